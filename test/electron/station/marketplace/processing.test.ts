import { expect, test } from 'vitest'
import type { Core } from '../../../../electron/station/core/core.ts'
import type { IntentBody } from '../../../../shared/domain/intents.ts'
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
  sender.sendNow('WB-GI-7')
  await clock.advance(0)
  expect(calls).toHaveLength(63)
  calls.at(-1)?.answer(DONE)
  await clock.advance(0)
  expect(core.bench.supplies.get('WB-GI-7')).toMatchObject({ state: 'delivered', hitch: null })
})

const AT_WORK = { kind: 'retry', why: 'processing', inMs: 5000 }

/** A sender whose next call is for `body`, about the supply that was made elsewhere. */
async function startWith(body?: IntentBody) {
  const bench = startSender()
  const { clock, core, calls, sender } = bench
  calls[0]?.answer(DONE)
  await clock.advance(0)
  deliverOne(core)
  if (body !== undefined) {
    const [delivery] = core.outbox.all()
    if (delivery === undefined) throw new Error('nothing to send')
    core.saveIntents([{ ...delivery, body }])
  }
  sender.kick()
  await clock.advance(0)
  const answer = async (reply: object, times = 1) => {
    for (let time = 0; time < times; time += 1) {
      calls.at(-1)?.answer(reply)
      await clock.advance(60_001)
    }
  }
  return { ...bench, answer }
}

test('what the marketplace has put off for long is not worn out by it: one bad answer more parks nothing', async () => {
  const { core, answer } = await startWith()
  await answer(AT_WORK, 60)
  await answer({ kind: 'retry', why: 'server', inMs: 1000 })
  await answer(DONE)
  expect(core.bench.supplies.get('WB-GI-7')).toMatchObject({ state: 'delivered', hitch: null })
})

test('"try now" takes up what is parked: it is looked up, and sent if it is not there', async () => {
  const { core, calls, sender, answer } = await startWith()
  await answer({ kind: 'retry', why: 'server', inMs: 1000 }, 50)
  expect(core.outbox.all()[0]?.state.kind).toBe('parked')
  sender.sendNow('WB-GI-7')
  expect(calls.at(-1)?.name).toBe('readBack')
  await answer({ kind: 'ok', value: { happened: false } })
  await answer(DONE)
  expect(core.bench.supplies.get('WB-GI-7')?.state).toBe('delivered')
})

test('a supply that can’t be deleted for long is left alone', async () => {
  const { core, answer } = await startWith({ kind: 'deleteSupply', supplyId: 'WB-GI-7' })
  await answer(AT_WORK, 49)
  expect(core.outbox.all()).toHaveLength(1)
  await answer(AT_WORK)
  expect(core.outbox.all()).toEqual([])
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
