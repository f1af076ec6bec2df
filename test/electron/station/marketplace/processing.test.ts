import { expect, test } from 'vitest'
import type { Core } from '../../../../electron/station/core/core.ts'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { MUG, newOrder, stickerOf } from '../../../shared/domain/assembly/builders.ts'
import { DONE, startSender } from './sender-bench.ts'

test('a supply that the marketplace is at work on for long is told of, tried on for ever, and at once when somebody says so', async () => {
  const { clock, core, calls, sender } = startSender()
  calls[0]?.answer(DONE)
  await clock.advance(0)
  deliverOne(core)
  sender.kick()
  const tryOn = async (until: number) => {
    while (calls.length < until) {
      calls.at(-1)?.answer({ kind: 'retry', why: 'processing', inMs: 5000 })
      await clock.advance(60_001)
    }
  }
  const hitch = () => core.bench.supplies.get('WB-GI-7')?.hitch ?? null
  await tryOn(50)
  expect(hitch()).toBeNull()
  await tryOn(52)
  expect(hitch()).toEqual({ kind: 'processing', since: expect.any(Number) })
  core.dispatch({ kind: 'command', command: 'no' })
  expect(hitch()).toBeNull()
  await tryOn(62)
  expect(hitch()).not.toBeNull()
  expect(core.outbox.all().map(({ state }) => state.kind)).toEqual(['sending'])
  calls.at(-1)?.answer({ kind: 'retry', why: 'processing', inMs: 5000 })
  await clock.advance(0)
  core.outbox.hurrySupply('WB-GI-7')
  sender.kick()
  expect(calls).toHaveLength(63)
  calls.at(-1)?.answer(DONE)
  await clock.advance(0)
  expect(core.bench.supplies.get('WB-GI-7')).toMatchObject({ state: 'delivered', hitch: null })
})

/** Packs the one order of a supply made elsewhere, and closes that: its delivery is queued. */
function deliverOne(core: Core): void {
  const { facts } = newOrder(1)
  const news = { remoteId: 'WB-GI-7', name: 'elsewhere', createdAt: 0, done: false, cargoType: 1 }
  core.dispatch({ kind: 'suppliesSeen', supplies: [news] })
  const seen = { facts, supplierStatus: 'confirm', wbStatus: 'waiting', supplyRemoteId: 'WB-GI-7' } as const
  core.dispatch({ kind: 'ordersSeen', orders: [seen] })
  core.dispatch({ kind: 'stickersSeen', stickers: [{ orderId: 1, sticker: stickerOf(1) }] })
  for (const text of [stickerOf(1).barcode, MUG]) core.dispatch({ kind: 'scan', scan: decodeScan(text) })
  core.dispatch({ kind: 'closeSupply', supplyId: 'WB-GI-7' })
}
