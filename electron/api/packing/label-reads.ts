import type {
  Clock,
  MarketplacePort,
  ReadNews,
  Reply,
  StickerFile,
  StickerWish,
  Urgency
} from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { pictureBytes, zplBytes } from './facts.ts'
import { inGroups, isTooMany, isUndeclared } from './in-halves.ts'
import { operations } from '../operations.ts'

/** Refusals that one search for the culprits may cost: enough to find one among a hundred. */
const SEARCH_MOST = 8
/** An order that failed alone is asked for again in so long, and one of them at a time (ms). */
const HELD_MS = 20_000

/**
 * The marketplace's labels as ZPL and, where wanted, as a picture beside it. A picture that can't be read is left out:
 * the ZPL prints all the same. An order that has to be declared at the customs first is found out and asked for apart, so
 * that it keeps no other order's sticker back.
 */
export function createLabelReads(
  call: Call,
  clock: Clock,
  onRead: (news: ReadNews) => void
): Pick<MarketplacePort, 'stickers' | 'supplyQr'> {
  const held = new Set<number>()
  let heldUntil = 0

  async function drawn(
    groups: readonly (readonly number[])[],
    { size }: StickerWish,
    type: StickerWish['type'] | 'png',
    urgency: Urgency
  ) {
    const place = size === '58x40' ? ({ width: 58, height: 40 } as const) : ({ width: 40, height: 30 } as const)
    const ask = async (part: readonly number[]) => {
      const reply = await call(operations.stickers, { query: { type, ...place }, body: { orders: [...part] } }, urgency)
      return reply.kind === 'ok' ? ({ kind: 'ok', value: reply.value.stickers } as const) : reply
    }
    return inGroups(groups, ask, failure => isUndeclared(failure) || isTooMany(failure), SEARCH_MOST)
  }

  /** Those that nothing is known against, and apart from them one of the others when its time has come. */
  function groupsOf(orderIds: readonly number[]): readonly (readonly number[])[] {
    const free = orderIds.filter(id => !held.has(id))
    const due = clock.monotonic() < heldUntil ? undefined : [...held].find(id => orderIds.includes(id))
    return [free, due === undefined ? [] : [due]]
  }

  /** What failed alone goes to the end of those that wait. */
  function remember(groups: readonly (readonly number[])[], spoilt: readonly number[]): void {
    for (const id of groups.flat()) held.delete(id)
    if (spoilt.length > 0) heldUntil = clock.monotonic() + HELD_MS
    for (const id of spoilt) held.add(id)
  }

  async function supplyFile(supplyId: string, type: 'zplv' | 'zplh' | 'png'): Promise<Reply<string>> {
    const reply = await call(operations.supplyPicture, { path: { supplyId }, query: { type } }, 'urgent')
    return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.file } : reply
  }

  return {
    async stickers(orderIds, wanted, urgency) {
      const groups = groupsOf(orderIds)
      const labels = await drawn(groups, wanted, wanted.type, urgency)
      if (labels.kind !== 'ok') return labels
      const drawings = labels.value.answers.map(({ file, ...facts }) => ({ ...facts, zpl: zplBytes(file) }))
      const odd = drawings.filter(({ zpl }) => zpl === null).map(({ orderId }) => orderId)
      remember(groups, [...labels.value.spoilt.map(({ item }) => item), ...odd])
      if (odd.length > 0) {
        const items = odd.map(orderId => ({ field: 'file', id: String(orderId) }))
        onRead({ operation: operations.stickers.name, odd: items, broken: null })
      }
      const came = drawings.filter(({ zpl }) => zpl !== null).map(({ orderId }) => orderId)
      const pictures = wanted.picture && came.length > 0 ? await drawn([came], wanted, 'png', urgency) : null
      if (pictures !== null && pictures.kind !== 'ok') return pictures
      const pngs = new Map(pictures?.value.answers.map(({ orderId, file }) => [orderId, pictureBytes(file, 'png')]))
      const files: StickerFile[] = []
      for (const { zpl, ...facts } of drawings) {
        if (zpl === null) continue
        // One that came between the two questions is there whole the next time.
        if (wanted.picture && !pngs.has(facts.orderId)) continue
        files.push({ ...facts, zpl, png: pngs.get(facts.orderId) ?? null })
      }
      return { kind: 'ok', value: files }
    },
    async supplyQr(remoteId, { type, picture }) {
      const label = await supplyFile(remoteId, type)
      if (label.kind !== 'ok') return label
      const zpl = zplBytes(label.value)
      if (zpl === null) return { kind: 'broken', field: 'file' }
      if (!picture) return { kind: 'ok', value: { zpl, png: null } }
      const fine = await supplyFile(remoteId, 'png')
      return fine.kind === 'ok' ? { kind: 'ok', value: { zpl, png: pictureBytes(fine.value, 'png') } } : fine
    }
  }
}
