/** Switches that the program takes itself, and those of Chromium that only say how it draws. */
const HARMLESS = [
  'practice',
  'heap',
  'data',
  'no-open',
  'port',
  'help',
  'disable-gpu',
  'force-device-scale-factor',
  'high-dpi-support',
  'ozone-platform',
  'ozone-platform-hint',
  // Where the system has no sandbox for it, and its owner says so.
  'no-sandbox'
] as const

/**
 * The first of the arguments that a packaged program does not take; null: there is none. Chromium has hundreds of switches, some of
 * which open the page to other programs (`--remote-debugging-port`), load scripts into it or send its requests elsewhere: only those are
 * taken that are known to do no harm. It drops spaces around one, and on Windows a slash is as good as dashes to it.
 */
export function refusedSwitch(args: readonly string[], platform: NodeJS.Platform): string | null {
  const form = platform === 'win32' ? /^\s*(?:--?|\/)([^=]*)/ : /^\s*--?([^=]*)/
  for (const argument of args) {
    const [, name] = form.exec(argument) ?? []
    // The system's number for a program that was opened on a Mac.
    if (name === undefined || name.startsWith('psn_')) continue
    if (!HARMLESS.some(known => known === name)) return argument
  }
  return null
}
