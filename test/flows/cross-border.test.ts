import { expect, test } from 'vitest'
import { createLabels } from '../../electron/labels/labels.ts'
import { decodePng } from '../support/decode.ts'
import { profileOf } from '../support/label-samples.ts'
import { quietLog } from '../support/quiet-log.ts'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/** What a scanner reads off the newest label. */
async function readLabel(rig: StationRig): Promise<readonly string[]> {
  const labels = createLabels({
    workerUrl: new URL('../../electron/labels/label-worker.ts', import.meta.url),
    log: quietLog
  })
  rig.onEnd(() => labels.close())
  const zpl = rig.printer.labels.at(-1)
  if (zpl === undefined) throw new Error('no label came out')
  return decodePng(Buffer.from(await labels.picture(zpl, profileOf({})), 'base64'))
}

function asked(rig: StationRig): number {
  return rig.marketplace.control.requests().filter(({ path }) => path.endsWith('/stickers/cross-border')).length
}

const parcelOf = (orderId: number) => `WB${String(orderId).padStart(10, '0')}`

test('an order over the border gets its parcel’s label, numbered or not yet', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  control.setLateStickers({ oneIn: 2, times: 1 })
  control.addOrders(6, { article: 'mug-enamel-350', isCrossBorder: true })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 6)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  // Those that are ready come with the first answer, whatever is not.
  const rows = await until('the first answer', async () => {
    const here = await rig.ordersOf(supplyId)
    return here.some(({ partB }) => partB !== null) ? here : null
  })
  const late = rows.filter(({ partB }) => partB === null).map(({ id }) => id)
  expect([late.length > 0, asked(rig)]).toEqual([true, 1])

  const [ready] = rows.filter(({ id }) => !late.includes(id))
  const [waiting = 0] = late
  const first = ready?.id ?? 0
  await rig.call('bench.takeOrder', { orderId: waiting })
  await rig.scan(rig.thing(waiting).barcode)
  await rig.when('the word', ({ feedback: { message } }) => message.code === 'waitSticker' && 'lack' in message)
  expect(rig.view().feedback.message).toEqual({ code: 'waitSticker', lack: 'parcelNumber' })
  await rig.scan('VRSTK-SKIP')

  await rig.call('bench.takeOrder', { orderId: first })
  await rig.scan(rig.thing(first).barcode)
  await rig.when('the label', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  expect(rig.view().feedback.message).toMatchObject({ partB: parcelOf(first).slice(-4) })
  expect(await readLabel(rig)).toEqual([parcelOf(first)])
  expect((await rig.scan(parcelOf(waiting))).feedback).toMatchObject({ face: 'refused' })
  expect((await rig.scan(parcelOf(first))).feedback.message).toMatchObject({ code: 'packed', orderId: first })

  // Nobody asks for what rests, until somebody wants it now.
  const before = asked(rig)
  await rig.call('bench.takeOrder', { orderId: waiting })
  await rig.scan(rig.thing(waiting).barcode)
  expect(asked(rig)).toBe(before)
  await rig.refresh('the number', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  expect(asked(rig)).toBe(before + 1)
  expect(await readLabel(rig)).toEqual([parcelOf(waiting)])
  expect((await rig.scan(parcelOf(waiting))).feedback.message).toMatchObject({ code: 'packed', orderId: waiting })
  await until('the picture on the screen', async () => (await rig.call('label.preview', { orderId: waiting })) !== null)
})
