import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findBrowser } from '../electron/browser/find-browser.ts'

/** A program of the system that some suites can't do without. */
export interface SystemNeed {
  readonly name: string
  /** Debian's package. */
  readonly debian: string
  readonly why: string
  readonly isThere: () => boolean
}

export const CHROMIUM: SystemNeed = {
  name: 'a Chromium-family browser',
  debian: 'chromium',
  why: 'the page is tested in a real browser',
  isThere: () => findBrowser() !== null
}

export const SOCAT: SystemNeed = {
  name: 'socat',
  debian: 'socat',
  why: 'it makes the pseudo-serial cables that scanners and printers are tested over',
  isThere: () => isOnPath('socat')
}

export const UDEV: SystemNeed = {
  name: 'udevadm',
  debian: 'udev',
  why: 'serial ports are listed through it',
  isThere: () => isOnPath('udevadm')
}

export const CUPS: SystemNeed = {
  name: 'the print service CUPS',
  debian: 'cups',
  why: 'labels are sent to a real print queue',
  isThere: () => ['/usr/sbin/cupsd', '/usr/sbin/lpadmin', '/usr/bin/lp'].every(existsSync)
}

export const XVFB: SystemNeed = {
  name: 'an X server without a screen',
  debian: 'xvfb',
  why: 'keyboard scanners type into real windows',
  isThere: () => isOnPath('Xvfb')
}

export const XKB: SystemNeed = {
  name: 'setxkbmap',
  debian: 'x11-xkb-utils',
  why: 'keyboard scanners are tested under other layouts',
  isThere: () => isOnPath('setxkbmap')
}

export const XDOTOOL: SystemNeed = {
  name: 'xdotool',
  debian: 'xdotool',
  why: 'it presses the keys of a keyboard scanner',
  isThere: () => isOnPath('xdotool')
}

/** Installs what is missing where that is possible without asking (root on Debian), saying what and why; the needs still unmet. */
export function installMissing(needs: readonly SystemNeed[], say: (line: string) => void): readonly SystemNeed[] {
  const missing = needs.filter(need => !need.isThere())
  if (missing.length === 0) return []
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) return missing
  for (const need of missing) say(`Installing Debian's ${need.debian}: ${need.why}.`)
  apt(['update'])
  apt(['install', '--yes', '--no-install-recommends', ...missing.map(need => need.debian)])
  return missing.filter(need => !need.isThere())
}

/** Held by the copy of these scripts that installs: apt itself gives up where another one is at work. */
const LOCK = join(tmpdir(), 'verstak-apt.lock')

/** Failures show in what is still missing afterwards; apt says why. */
function apt(args: readonly string[]): void {
  const options = ['-qq', '-o=Dpkg::Use-Pty=0', '-o=DPkg::Lock::Timeout=600']
  spawnSync('flock', [LOCK, 'apt-get', ...options, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  })
}

/** Whether the shell would find this program. */
export function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
