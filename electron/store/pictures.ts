import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log, PicturesStore } from '../station/ports/ports.ts'

/** Together the fetched pictures take so much at most (bytes): ten thousand and more of them. */
const ROOM = 256 * 1024 * 1024

/** How the names of the seller's own pictures begin. */
const OWN = 'o-'

interface Kept {
  readonly bytes: number
  /** Unix ms. */
  readonly at: number
}

/** Pictures of products, a file each, in the folder `path`; `room`: see `ROOM`. What the disk refuses is logged, and not there. */
export function createPictureStore(path: string, log: Log, room = ROOM): PicturesStore {
  let known: Promise<Map<string, Kept>> | null = null
  const all = () => (known ??= readNames(path, log))
  const drop = async (name: string) => {
    ;(await all()).delete(name)
    await rm(join(path, name), { force: true })
  }

  async function makeRoom(): Promise<void> {
    const fetched = [...(await all())].filter(([name]) => !name.startsWith(OWN))
    let used = fetched.reduce((sum, [, { bytes }]) => sum + bytes, 0)
    if (used <= room) return
    for (const [name, { bytes }] of fetched.toSorted(([, a], [, b]) => a.at - b.at)) {
      // Some room beyond what is needed: not every picture that comes looks for another to go.
      if (used <= room * 0.9) return
      await drop(name)
      used -= bytes
    }
  }

  return {
    has: async name => (await all()).has(name),
    async read(name) {
      if (!(await all()).has(name)) return null
      try {
        return await readFile(join(path, name))
      } catch (error) {
        log.warn({ error, name }, 'a picture could not be read')
        ;(await all()).delete(name)
        return null
      }
    },
    async keep(name, bytes) {
      try {
        await mkdir(path, { recursive: true, mode: 0o700 })
        // Whole or not at all: a picture cut short would stay so.
        await writeFile(join(path, `${name}.new`), bytes, { mode: 0o600 })
        await rename(join(path, `${name}.new`), join(path, name))
        ;(await all()).set(name, { bytes: bytes.length, at: Date.now() })
        await makeRoom()
        return true
      } catch (error) {
        log.warn({ error, name }, 'a picture could not be kept')
        return false
      }
    },
    async dropOwnBut(names) {
      try {
        for (const name of (await all()).keys()) {
          if (name.startsWith(OWN) && !names.has(name)) await drop(name)
        }
      } catch (error) {
        log.warn({ error }, 'old pictures could not be deleted')
      }
    }
  }
}

async function readNames(path: string, log: Log): Promise<Map<string, Kept>> {
  const found = new Map<string, Kept>()
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    for (const name of await readdir(path)) {
      if (!/^[wo]-[0-9a-f]+$/.test(name)) continue
      const { size, mtimeMs } = await stat(join(path, name))
      found.set(name, { bytes: size, at: mtimeMs })
    }
  } catch (error) {
    log.warn({ error }, 'kept pictures could not be looked through')
  }
  return found
}
