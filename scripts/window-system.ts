export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Why Electron could open no window here, as the start of a sentence; null when it should. */
export function whyNoWindow(
  wish: { readonly noSandbox: boolean },
  here: Surroundings = { platform: process.platform, isRoot: process.getuid?.() === 0, environment: process.env }
): string | null {
  if (here.platform !== 'linux') return null
  const { DISPLAY, WAYLAND_DISPLAY } = here.environment
  if (!DISPLAY && !WAYLAND_DISPLAY) return 'There is no display for Electron’s window'
  // Told rather than done: giving up the sandbox is for a person to decide.
  if (here.isRoot && !wish.noSandbox) {
    return 'Electron doesn’t run as root with its sandbox (start it as another user, or add --no-sandbox)'
  }
  return null
}
