import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../../electron/compose.ts'
import { methods } from '../../../shared/contract/contract.ts'
import { hostFor } from '../../support/station-calls.ts'
import { door, type Door } from '../door.ts'
import { mutateJson, showJson } from '../mutate-json.ts'
import { CALLS, type Call } from './contract.ts'

/** Nobody is there: nothing that is typed by chance may leave this PC. */
const NOWHERE = 'http://127.0.0.1:9'
/** Links to whatever a made-up setting names on this PC. */
const PRACTICE_LINK = { kind: 'practice' }
const PATIENCE_MS = 200
/** Looking for devices takes as long as they do, and changing the account ends the station that is called. */
const LEFT_OUT = /^(?:devices\.|account\.(?!get))/

/**
 * A whole station in practice, called with whatever came to mind: it answers each call with what was asked for or with a
 * refusal, never with `failed`, which is a throw that nobody had foreseen.
 */
export async function openStation(): Promise<Door> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'verstak-fuzz-'))
  const host = hostFor({ dataDirectory, marketplaceUrl: NOWHERE, vault: { token: null } })
  const station = await compose({ host, practice: true, heap: { fbs: 6, dbs: 3, pickup: 3 } })
  return door<Call>({
    name: 'station',
    share: 0.3,
    samples: CALLS.filter(({ name }) => !LEFT_OUT.test(name)),
    mutate: (random, { name, input }, other) => ({
      name: random.oneIn(10) ? other.name : name,
      input: mutateJson(random, input, other.input)
    }),
    async enter({ name, input }) {
      const result = await Promise.race([station.api.invoke(name, withoutLinks(input), 'page'), patience()])
      if (result === null) return `${name} waits`
      if (result.ok) return `${name} ok`
      if (result.error.kind === 'failed') throw new Error(`${name}: ${result.error.message}`)
      return `${name} ${result.error.kind}`
    },
    words: Object.keys(methods)
      .filter(name => name.endsWith('.list'))
      .map(name => `${name} ok`),
    show: ({ name, input }) => `${name} ${showJson(input)}`,
    async close() {
      await station.close()
      await rm(dataDirectory, { recursive: true, force: true })
    }
  })
}

/** What asks the marketplace may have to wait for its limits, for minutes. */
function patience(): Promise<null> {
  return new Promise(resolve => void setTimeout(resolve, PATIENCE_MS, null).unref())
}

/** The same with the practice printer in the place of every other. */
function withoutLinks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLinks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'link' ? PRACTICE_LINK : withoutLinks(part)])
  )
}
