import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** Waits until what is in a file is on the disk. */
export function syncFile(path: string): void {
  sync(path, process.platform === 'win32' ? 'r+' : 'r')
}

/** Waits until a file's name, or its absence, is on the disk; Windows opens no folders, and needs no sync of them. */
export function syncName(path: string): void {
  if (process.platform !== 'win32') sync(dirname(path), 'r')
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
