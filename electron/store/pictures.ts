import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log, PicturesStore } from '../station/ports/ports.ts'

/** Together the fetched pictures take so much at most (bytes): ten thousand and more of them. */
const ROOM = 256 * 1024 * 1024
/** And the seller's own ones, which make room for nothing. */
const OWN_ROOM = 1024 * 1024 * 1024

/** How the names of the seller's own pictures begin. */
const OWN = 'o-'
/** How those end that are being written. */
const HALF = '.new'

interface Kept {
  readonly bytes: number
  /** Unix ms. */
  readonly at: number
}

/** What lies in the folder, and how much room it takes. */
class Known {
  readonly files = new Map<string, Kept>()
  own = 0
  fetched = 0

  add(name: string, kept: Kept): void {
    this.remove(name)
    this.files.set(name, kept)
    this.#count(name, kept.bytes)
  }

  remove(name: string): void {
    this.#count(name, -(this.files.get(name)?.bytes ?? 0))
    this.files.delete(name)
  }

  #count(name: string, bytes: number): void {
    if (name.startsWith(OWN)) this.own += bytes
    else this.fetched += bytes
  }
}

/** Pictures of products, a file each, in the folder `path`; `room`, `ownRoom`: see above. What the disk refuses is logged, and not there. */
export function createPictureStore(path: string, log: Log, room = ROOM, ownRoom = OWN_ROOM): PicturesStore {
  let looked: Promise<Known> | null = null
  const all = () => (looked ??= readNames(path, log))
  const drop = async (name: string) => {
    await rm(join(path, name), { force: true })
    ;(await all()).remove(name)
  }

  async function makeRoom(): Promise<void> {
    const known = await all()
    if (known.fetched <= room) return
    const fetched = [...known.files].filter(([name]) => !name.startsWith(OWN))
    for (const [name] of fetched.toSorted(([, a], [, b]) => a.at - b.at)) {
      // Some room beyond what is needed: not every picture that comes looks for another to go.
      if (known.fetched <= room * 0.9) return
      await drop(name)
    }
  }

  return {
    has: async name => (await all()).files.has(name),
    async read(name) {
      if (!(await all()).files.has(name)) return null
      try {
        return await readFile(join(path, name))
      } catch (error) {
        log.warn({ error, name }, 'a picture could not be read')
        ;(await all()).remove(name)
        return null
      }
    },
    async keep(name, bytes) {
      const known = await all()
      const more = bytes.length - (known.files.get(name)?.bytes ?? 0)
      if (name.startsWith(OWN) && known.own + more > ownRoom) {
        log.warn({ name }, 'there is no room for more of the seller’s own pictures')
        return false
      }
      try {
        await mkdir(path, { recursive: true, mode: 0o700 })
        // Whole or not at all: a picture cut short would stay so.
        await writeFile(join(path, name + HALF), bytes, { mode: 0o600 })
        await rename(join(path, name + HALF), join(path, name))
      } catch (error) {
        log.warn({ error, name }, 'a picture could not be kept')
        return false
      }
      known.add(name, { bytes: bytes.length, at: Date.now() })
      try {
        await makeRoom()
      } catch (error) {
        log.warn({ error }, 'old pictures could not make room')
      }
      return true
    },
    async dropOwnBut(names) {
      for (const name of (await all()).files.keys()) {
        if (!name.startsWith(OWN) || names.has(name)) continue
        try {
          await drop(name)
        } catch (error) {
          log.warn({ error, name }, 'an old picture could not be deleted')
        }
      }
    }
  }
}

async function readNames(path: string, log: Log): Promise<Known> {
  const known = new Known()
  let names: readonly string[] = []
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    names = await readdir(path)
  } catch (error) {
    log.warn({ error }, 'kept pictures could not be looked through')
  }
  for (const name of names) {
    try {
      // Whoever wrote it died over it.
      if (name.endsWith(HALF)) await rm(join(path, name), { force: true })
      if (!/^[wo]-[0-9a-f]+$/.test(name)) continue
      const { size, mtimeMs } = await stat(join(path, name))
      known.add(name, { bytes: size, at: mtimeMs })
    } catch (error) {
      log.warn({ error, name }, 'a kept picture could not be looked at')
    }
  }
  return known
}
