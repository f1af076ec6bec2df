import type { Thing } from '../../electron/practice/marketplace/marketplace.ts'
import type { Station } from '../../electron/station/station.ts'
import type { View } from '../../shared/view/view.ts'
import { nextMove } from '../support/packer.ts'
import type { BenchScanner } from './devices.ts'

/** Every so many scans the packer errs: a refusal costs a decision too. */
const ERR_EVERY = 9

type Kind = 'item' | 'code' | 'sticker' | 'answer' | 'mistake'

/** Packs as fast as the station answers; ms from a frame's leaving the scanner to the view that answers it. */
export function measureScans(parts: {
  readonly station: Station
  readonly scanner: BenchScanner
  readonly things: readonly Thing[]
  readonly scans: number
}): Promise<{
  readonly all: readonly number[]
  readonly own: readonly number[]
  readonly byKind: ReadonlyMap<Kind, readonly number[]>
}> {
  const { station, scanner, scans } = parts
  const things = new Map(parts.things.map(thing => [thing.orderId, thing]))
  const all: number[] = []
  const own: number[] = []
  const byKind = new Map<Kind, number[]>()
  let onTheWay: { readonly kind: Kind; readonly noteId: string | undefined } | null = null
  let isOver = false
  let sent = 0
  const waiting = parts.things.map(({ orderId }) => orderId)

  /** The next thing of the pile; when a supply is packed, the next one comes onto the table with it. */
  function anyItem(): string {
    for (;;) {
      const [orderId] = waiting
      if (orderId === undefined) throw new Error('bench: nothing left to pack, give it more orders')
      const order = station.core.bench.orders.get(orderId)
      if (order?.life === 'claimed' && order.supplyId !== null) {
        const { supplyId } = order
        if (supplyId !== station.core.bench.supplyId) station.act({ kind: 'openSupply', supplyId })
        return order.facts.skus[0] ?? ''
      }
      waiting.shift()
    }
  }

  function next(view: View): { readonly kind: Kind; readonly text: string } | null {
    if (view.feedback.face === 'ask') return { kind: 'answer', text: 'VRSTK-YES' }
    if (view.order === null) return { kind: 'item', text: anyItem() }
    if (all.length % ERR_EVERY === 0) return { kind: 'mistake', text: '4006381333931' }
    const thing = things.get(view.order.id)
    const move = thing === undefined ? null : nextMove(view, thing)
    if (move?.kind === 'label') return { kind: 'sticker', text: view.order.sticker?.barcode ?? '' }
    if (move?.kind === 'scan') return { kind: 'code', text: move.text }
    return view.feedback.face === 'refused' ? { kind: 'answer', text: 'VRSTK-ACKNOWLEDGE' } : null
  }

  return new Promise(resolve => {
    function see(view: View): void {
      if (onTheWay !== null) {
        if (view.notes[0]?.id === onTheWay.noteId) return
        if (sent === 0) throw new Error('bench: an empty view')
        const ms = Number(process.hrtime.bigint() - scanner.sentAt()) / 1e6
        all.push(ms)
        own.push(scanner.ownWork())
        const ofKind = byKind.get(onTheWay.kind)
        if (ofKind === undefined) byKind.set(onTheWay.kind, [ms])
        else ofKind.push(ms)
        onTheWay = null
        if (all.length === scans) {
          isOver = true
          return resolve({ all, own, byKind })
        }
      }
      const move = next(view)
      if (move === null) return
      onTheWay = { kind: move.kind, noteId: view.notes[0]?.id }
      scanner.read(move.text)
    }
    // Before anybody listens: it may open the first supply.
    see(station.view())
    station.on((name, payload) => {
      if (name !== 'view' || isOver) return
      // What a host does with a view: it becomes text for the page.
      sent = JSON.stringify(payload).length
      see(payload as View)
    })
  })
}
