import { z } from 'zod'
import type { Evidence } from './evidence.ts'
import type { Breach } from './promises.ts'

const refusedSchema = z.object({
  intent: z.object({
    kind: z.string(),
    supplyId: z.string().optional(),
    orderId: z.number().optional(),
    orderIds: z.array(z.number()).optional()
  }),
  code: z.string()
})
type Refused = z.infer<typeof refusedSchema>

/** How the paths of a kind of change look, in both editions. */
const PATHS: Readonly<Record<string, RegExp>> = {
  createSupply: /\/supplies$/,
  addToSupply: /\/supplies\/[^/]+\/orders/,
  deliverSupply: /\/supplies\/[^/]+\/deliver/,
  deleteSupply: /\/supplies\/[^/]+$/,
  setMeta: /\/meta/,
  deleteMeta: /\/meta/,
  confirm: /\/confirm/,
  deliver: /\/deliver/,
  prepare: /\/prepare/,
  cancel: /\/cancel/,
  handOver: /\/(receive|reject)/
}
/** What the station refuses by itself, since it has just read why the marketplace would: nothing was sent then. */
const OWN_WORDS: Readonly<Record<string, string>> = { deliverSupply: 'CancelledAtLast', cancel: 'NotCancellable' }
/** What stops an account or asks for patience refuses no change. */
const NO_REFUSALS: readonly number[] = [401, 402, 429]

/** P2: nothing was given up but by the marketplace's own word, which the station heard: a stranger on the way refuses nothing. */
export function checkRefusals(evidence: Pick<Evidence, 'log' | 'seen' | 'supplies'>): readonly Breach[] {
  const names = remoteNames(evidence)
  return evidence.log
    .filter(({ kind }) => kind === 'intentRefused')
    .map(({ facts }) => refusedSchema.parse(JSON.parse(facts)))
    .filter(({ intent, code }) => OWN_WORDS[intent.kind] !== code)
    .filter(refused => !evidence.seen.some(one => refuses(one, refused, names)))
    .map(({ intent, code }) => ({
      promise: 'P2',
      what: `${JSON.stringify(intent)} was refused (${code}), and not by the marketplace`
    }))
}

/** The marketplace's names for the supplies, by the station's; those that it has forgotten by now included. */
export function remoteNames({ supplies, log }: Pick<Evidence, 'supplies' | 'log'>): ReadonlyMap<string, string> {
  const made = log.filter(({ kind }) => kind === 'intentDone').map(({ facts }) => doneSchema.parse(JSON.parse(facts)))
  return new Map([
    ...supplies.map(({ id, remoteId }) => [id, remoteId ?? id] as const),
    ...made.flatMap(({ intent, remoteId }) =>
      intent.kind === 'createSupply' && remoteId !== null ? [[intent.supplyId ?? '', remoteId] as const] : []
    )
  ])
}

const doneSchema = z.object({
  intent: z.object({ kind: z.string(), supplyId: z.string().optional() }),
  remoteId: z.string().nullish().default(null)
})

function refuses(
  { seller, method, path, text, status, words, heardAt }: Evidence['seen'][number],
  { intent: { kind, supplyId, orderId, orderIds }, code }: Refused,
  names: ReadonlyMap<string, string>
): boolean {
  if (seller !== 'own' || method === 'GET' || heardAt === null || !words.includes(code)) return false
  if (PATHS[kind]?.test(path.split('?')[0] ?? path) !== true) return false
  const ids = [...(orderIds ?? []), ...(orderId === undefined ? [] : [orderId])]
  const isNamed = ids.some(id => `${path} ${text}`.includes(String(id)))
  const isOfSupply = supplyId !== undefined && path.includes(`/${names.get(supplyId) ?? supplyId}`)
  if (kind !== 'createSupply' && !isNamed && !isOfSupply) return false
  if (status >= 400) return status < 500 && !NO_REFUSALS.includes(status)
  return status === 200 && refusedIn(words).some(id => ids.includes(id))
}

const bulkSchema = z.object({ results: z.array(z.object({ orderId: z.number(), isError: z.boolean() })) })

/** The orders that an answer refuses which is a success as a whole. */
function refusedIn(words: string): readonly number[] {
  const { data } = bulkSchema.safeParse(JSON.parse(words))
  return (data?.results ?? []).filter(({ isError }) => isError).map(({ orderId }) => orderId)
}
