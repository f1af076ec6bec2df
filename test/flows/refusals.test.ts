import { expect, test } from 'vitest'
import type { Message } from '../../shared/domain/messages.ts'
import { codeOf } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import { writesOf } from '../support/write-log.ts'

test('what must not be packed is refused with its reason, and nothing of it is sent or printed', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const add = (article: string) => control.addOrders(1, { article })[0] ?? 0
  const shirt = add('tshirt-basic-m-white')
  const nextShirt = add('tshirt-basic-m-white')
  const phone = add('phone-nova-128')
  const ring = add('one-ring-7548')
  const mug = add('mug-enamel-350')
  const shelf = add('shelf-loft-180')
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 6)
  const said = async (text: string): Promise<Message> => {
    const { feedback } = await rig.scan(text)
    expect(feedback.face, JSON.stringify(feedback.message)).toBe('refused')
    return feedback.message
  }
  expect(await said(rig.thing(shirt).barcode)).toEqual({ code: 'noSupply' })
  // One supply holds one cargo type: the bulky shelf stays behind.
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(5)
  await rig.drained()
  const stickerOf = (id: number) => control.state().orders.find(order => order.id === id)?.sticker
  const before = control.requests().length

  expect(await said(rig.thing(shelf).barcode)).toEqual({ code: 'notInSupply', orderId: shelf })
  expect(await said('4006381333931')).toMatchObject({ code: 'notFound' })
  expect(await said(codeOf(rig.thing(phone), 'imei'))).toEqual({ code: 'itemFirst' })
  expect(await said('WB-TRBX-1234567')).toEqual({ code: 'wrongKind', kind: 'box' })
  expect(await said('VRSTK-P-99')).toEqual({ code: 'unknownBadge', badge: '99' })
  await rig.scan(rig.thing(phone).barcode)
  expect(await said(rig.thing(ring).barcode)).toMatchObject({ code: 'wrongProduct' })
  expect(await said(codeOf(rig.thing(shirt), 'sgtin'))).toEqual({ code: 'codeNotNeeded', key: 'sgtin' })
  expect(await said(stickerOf(ring)?.barcode ?? '')).toMatchObject({ code: 'wrongSticker' })
  expect(await said('354972201234561')).toMatchObject({ code: 'badCode', key: 'imei' })
  expect(await said('VRSTK-NEXT')).toEqual({ code: 'codesMissing', keys: ['imei'] })
  expect(await said('VRSTK-SUPPLY-DONE')).toEqual({ code: 'finishCurrent', orderId: phone })
  expect(await said('VRSTK-YES')).toEqual({ code: 'notNow' })
  await rig.scan('VRSTK-UNDO')
  await rig.scan(rig.thing(shirt).barcode)
  const code = codeOf(rig.thing(shirt), 'sgtin')
  expect(await said(code.replaceAll('\u001d', ''))).toMatchObject({ code: 'badCode', key: 'sgtin' })
  expect(await said(code.slice(0, -8))).toMatchObject({ code: 'badCode', key: 'sgtin' })
  await rig.scan('VRSTK-UNDO')
  expect(control.requests()).toHaveLength(before)
  expect(rig.printer.labels).toEqual([])

  expect(await rig.pack(rig.thing(shirt))).toBe(shirt)
  // Read twice, its sticker is no mistake; once something else was scanned, it is.
  expect((await rig.scan(stickerOf(shirt)?.barcode ?? '')).feedback.face).toBe('done')
  const used = { code: 'codeUsed', orderId: shirt }
  expect(await said(code)).toMatchObject(used)
  expect(await said(stickerOf(shirt)?.barcode ?? '')).toMatchObject({ code: 'alreadyPacked', orderId: shirt })
  await rig.scan(rig.thing(nextShirt).barcode)
  expect(await said(code)).toMatchObject(used)
  await rig.scan('VRSTK-PROBLEM')
  expect((await rig.scan('VRSTK-S-NO-CODE')).feedback.message).toEqual({ code: 'shelved', orderId: nextShirt })
  expect(await said(rig.thing(nextShirt).barcode)).toMatchObject({ code: 'onShelf', why: { reason: 'noCode' } })

  // The register of used codes is on disk, the table is not lost either.
  await rig.call('orders.unshelve', { orderId: nextShirt })
  await rig.scan(rig.thing(nextShirt).barcode)
  await rig.drained()
  await rig.stop()
  await rig.start()
  expect(rig.view().order).toMatchObject({ id: nextShirt })
  expect(await said(code)).toMatchObject(used)
  expect(await rig.pack(rig.thing(nextShirt))).toBe(nextShirt)
  expect(await rig.pack(rig.thing(mug))).toBe(mug)
  await rig.drained()
  const codes = writesOf(control).filter(({ name }) => name.includes('/meta'))
  expect(codes.map(({ name }) => name)).toEqual([`PUT ${shirt}/meta/sgtin`, `PUT ${nextShirt}/meta/sgtin`])
  expect(rig.printer.labels).toHaveLength(3)
  expect(rig.errors()).toEqual([])
})

test('an order of another supply is named as such; its supply may be opened by its own barcode', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const [mug = 0] = control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('an order', ({ counts }) => counts.fresh === 1)
  const first = (await rig.scan('VRSTK-NEW-SUPPLY')).batch
  const [notebook = 0] = control.addOrders(1, { article: 'notebook-a5-dots' })
  await rig.refresh('one more', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(2)
  expect((await rig.scan(rig.thing(mug).barcode)).feedback).toMatchObject({
    face: 'refused',
    message: { code: 'wrongSupply', orderId: mug, supplyName: first?.name }
  })
  await rig.drained()
  const remoteId = control.state().supplies.find(({ name }) => name === first?.name)?.id ?? ''
  expect((await rig.scan(remoteId)).batch?.id).toBe(first?.id)
  expect(await rig.pack(rig.thing(mug))).toBe(mug)
  expect((await rig.scan(rig.thing(notebook).barcode)).feedback.message).toMatchObject({ code: 'wrongSupply' })
})

test('an order that the buyer cancels leaves the table at once; its label does not print, its parcel is a problem', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const ids = control.addOrders(3, { article: 'mug-enamel-350' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 3)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(3)
  const [onTable = 0, packed = 0, unseen = 0] = ids
  rig.printer.setFault('paperOut')
  await rig.when('the printer has no paper', ({ printers: [printer] }) => printer?.fault === 'paperOut')
  await rig.scan(rig.thing(onTable).barcode)
  expect(rig.view().order?.id).toBe(onTable)
  control.cancelOrder(onTable, 'canceled')
  const gone = await rig.refresh('it leaves the table', ({ order }) => order === null)
  expect(gone.feedback).toMatchObject({ face: 'refused', message: { code: 'orderCancelled', orderId: onTable } })
  rig.printer.setFault(null)
  await rig.when('the printer is ready', ({ printers: [printer] }) => printer?.state === 'ready')

  expect(await rig.pack(rig.thing(packed))).toBe(packed)
  expect(rig.printer.labels).toHaveLength(1)
  control.cancelOrder(packed, 'canceled')
  control.cancelOrder(unseen, 'defect')
  const problems = await rig.refresh('the parcel is a problem', ({ counts }) => counts.problems === 1)
  expect(problems.counts.packable).toBe(0)
  expect((await rig.scan(rig.thing(unseen).barcode)).feedback.message).toMatchObject({ code: 'orderCancelled' })
  const { rows } = await rig.call('orders.list', {
    lives: ['cancelled'],
    supplyId: null,
    search: '',
    offset: 0,
    limit: 10
  })
  expect(rows.map(({ id }) => id)).toEqual(ids)
  expect(rig.errors()).toEqual([])
})
