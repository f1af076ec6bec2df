import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-folder.ts'

/** Why this machine lets nobody mount a disk of his own; null: it does. */
export const noMounting: string | null = whyNoMounting()

function whyNoMounting(): string | null {
  if (process.platform !== 'linux') return 'only Linux mounts a disk in memory'
  if (process.getuid?.() !== 0) return 'only root may mount a disk'
  const folder = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim()
  const tried = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { encoding: 'utf8' })
  if (tried.status === 0) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return tried.status === 0 ? null : `no disk can be mounted here: ${tried.stderr.trim()}`
}

/** A disk in memory of this test alone. */
export interface OwnDisk {
  readonly folder: string
  /** Takes all the room that is left. */
  fill(): void
  /** Gives it back. */
  free(): void
  setReadOnly(): void
}

/** Mounts one of so many MB; gone after the test. */
export function mountDisk(megabytes: number): OwnDisk {
  const folder = tempFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  const filler = join(folder, 'holiday.mp4')
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (const size of [65_536, 1024, 1]) fillBy(file, Buffer.alloc(size))
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler),
    setReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder])
  }
}

function fillBy(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) > 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/** A disk that its system makes read-only while it is at work, as it does at the first sign of damage; null: not on this machine. */
export function mountFrailDisk(): { readonly folder: string; breakDown(): void } | null {
  const folder = tempFolder()
  const image = join(tempFolder(), 'disk.img')
  const file = openSync(image, 'w')
  ftruncateSync(file, 64 * 1024 * 1024)
  closeSync(file)
  if (spawnSync('mkfs.ext4', ['-q', '-m', '0', image]).status !== 0) return null
  if (spawnSync('mount', ['-o', 'loop,errors=remount-ro', image, folder]).status !== 0) return null
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  const device = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find(line => line.split(' ')[1] === folder)
    ?.split(' ')[0]
  return {
    folder,
    breakDown: () => writeFileSync(`/sys/fs/ext4/${basename(device ?? '')}/trigger_fs_error`, '1')
  }
}
