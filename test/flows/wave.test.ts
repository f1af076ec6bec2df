import { expect, test } from 'vitest'
import { decodePng } from '../support/decode.ts'
import { codeOf, labelText, textsOn } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

test('a wave prints the stickers by article behind separators, and is packed by its stickers', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  for (const [article, count] of [
    ['tshirt-basic-m-white', 2],
    ['mug-enamel-350', 2],
    ['phone-nova-128', 1]
  ] as const) {
    control.addOrders(count, { article })
  }
  await rig.refresh('five orders', ({ counts }) => counts.fresh === 5)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(5)
  const asked = await rig.scan('VRSTK-WAVE')
  expect(asked.question).toEqual({ code: 'wholeWave', labels: 5, separators: 3, missing: 0 })
  expect(rig.printer.labels).toEqual([])
  const sent = await rig.scan('VRSTK-YES')
  expect(sent.feedback.message).toEqual({ code: 'wavePrinting', labels: 5, missing: 0 })
  await until('eight labels', () => rig.printer.labels.length === 8)

  const rows = await rig.ordersOf(supplyId)
  const { orders } = control.state()
  const stickersOf = (article: string) =>
    rows
      .filter(row => row.article === article)
      .map(({ id }) => orders.find(order => order.id === id)?.sticker.barcode ?? null)
  expect(rig.printer.labels.map(labelText)).toEqual([
    null,
    ...stickersOf('mug-enamel-350'),
    null,
    ...stickersOf('phone-nova-128'),
    null,
    ...stickersOf('tshirt-basic-m-white')
  ])
  expect(textsOn(rig.printer.labels[0])).toEqual(expect.arrayContaining(['2 шт.', 'RAL 3017']))
  await rig.when('all labels are proven', ({ printers: [printer] }) => printer?.state === 'ready')
  await until('the print journal is settled', async () =>
    (await rig.call('jobs.list', { offset: 0, limit: 20 })).every(({ state }) => state.kind === 'confirmed')
  )

  // The picture that the screen shows is what the printer got: an independent reader finds the sticker in it.
  const first = rows.find(row => row.article === 'mug-enamel-350')
  const png = await rig.call('label.preview', { orderId: first?.id ?? 0 })
  expect(await decodePng(Buffer.from(png ?? '', 'base64'))).toEqual([stickersOf('mug-enamel-350')[0]])

  for (const { id } of rows.toReversed()) {
    const order = orders.find(one => one.id === id)
    const onTable = await rig.scan(order?.sticker.barcode ?? '')
    expect(onTable.order?.id).toBe(id)
    expect(onTable.order?.steps[0]).toMatchObject({ kind: 'product', state: 'now' })
    // Nothing is printed again and no scanning back is asked for: the sticker is in the hand.
    expect(onTable.order?.steps.map(({ kind }) => kind)).not.toContain('scanBack')
    expect(await rig.pack(rig.thing(id))).toBe(id)
  }
  expect((await rig.scan('VRSTK-WAVE')).feedback.message).toMatchObject({ code: 'waveEmpty', missing: 0 })
  expect(rig.printer.labels).toHaveLength(8)
  expect(rig.errors()).toEqual([])
})

test('stickers that are late are fetched alone and print when asked again, nothing twice', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  control.addOrders(2, { article: 'notebook-a5-dots' })
  await rig.refresh('two orders', ({ counts }) => counts.fresh === 2)
  control.setLateStickers({ oneIn: 1, times: 1 })
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.drained()
  const early = await rig.scan('VRSTK-WAVE')
  expect(early.feedback.message).toEqual({ code: 'waveEmpty', missing: 2, printing: 0, printed: 0, failed: 0 })
  await rig.stickered(2)
  await rig.scan('VRSTK-WAVE')
  expect((await rig.scan('VRSTK-YES')).feedback.message).toEqual({ code: 'wavePrinting', labels: 2, missing: 0 })
  await until('three labels', () => rig.printer.labels.length === 3)
})

test('a code on the unit may be scanned in any place of the sequence', async () => {
  const rig = await startRig({ orders: 0 })
  rig.marketplace.control.addOrders(3, { article: 'vitamin-d3-60' })
  await rig.refresh('three orders', ({ counts }) => counts.fresh === 3)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(3)
  const rows = await rig.ordersOf(supplyId)
  expect(rows).toHaveLength(3)
  for (const [place, { id }] of rows.entries()) {
    const unit = rig.thing(id)
    const texts = [unit.barcode, codeOf(unit, 'sgtin'), codeOf(unit, 'expiration')]
    // A date alone names no item; everything else may come first.
    const order =
      [
        [0, 1, 2],
        [0, 2, 1],
        [1, 2]
      ][place] ?? []
    if (place === 2) expect((await rig.scan(texts[2] ?? '')).feedback.message).toEqual({ code: 'itemFirst' })
    for (const index of order) {
      const { feedback } = await rig.scan(texts[index] ?? '')
      expect(feedback.face, JSON.stringify(feedback.message)).toBe('goOn')
    }
    expect(await rig.pack(unit)).toBe(id)
    await rig.drained()
    const held = rig.marketplace.control.state().orders.find(one => one.id === id)
    expect(held?.meta).toEqual({ sgtin: [texts[1]], expiration: [texts[2]] })
  }
})
