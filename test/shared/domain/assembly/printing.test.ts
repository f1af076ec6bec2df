import { expect, test } from 'vitest'
import { codeFor, markingCode, MUG, newDesk, order, packedOrder, SCARF, stickerOf } from './support.ts'
import type { Desk } from './support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

function reasons(desk: Desk): readonly (string | null)[] {
  return desk.prints.map(job => job.reason)
}

test('the sticker prints by itself once, when the last code is in, and scanning it back finishes', () => {
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin', 'imei'] })] })
  desk.scan(MUG, markingCode(1))
  expect(desk.prints).toEqual([])
  desk.scan(codeFor('imei', 1))
  expect(desk.said).toBe('goOn printing')
  expect(reasons(desk)).toEqual([null])
  expect(desk.order(1).life).toBe('coded')
  desk.printAll()
  expect(desk.message).toEqual({ code: 'scanStickerBack', partB: '9001' })
  expect(desk.order(1).life).toBe('stickered')
  desk.scan(stickerOf(1).barcode)
  expect(desk.message).toEqual({ code: 'packed', orderId: 1, partB: '9001' })
  expect(reasons(desk)).toEqual([null])
  expect(desk.bench.shift.packed).toBe(1)
  expect(desk.bench.table).toMatchObject({ orderId: null, lastOrderId: 1 })
})

test('with printing on command the label waits for the command', () => {
  const desk = newDesk({ orders: [order(1, needsCode)], settings: { printWhen: 'onCommand' } })
  desk.scan(MUG)
  desk.command('print')
  expect(desk.message).toEqual({ code: 'codesMissing', keys: ['sgtin'] })
  desk.scan(markingCode(1))
  expect(desk.said).toBe('goOn scanPrintCommand')
  expect(desk.prints).toEqual([])
  desk.command('print')
  desk.command('print')
  expect(desk.said).toBe('goOn printing')
  expect(reasons(desk)).toEqual([null])
})

test('without scanning back the order is packed as soon as its label is out', () => {
  const desk = newDesk({ orders: [order(1)], settings: { scanBack: false } })
  desk.scan(MUG)
  desk.printAll()
  expect(desk.said).toBe('done packed')
})

test('a setting that lets the order on the table go on takes effect at once', () => {
  const desk = newDesk({ orders: [order(1)], settings: { printWhen: 'onCommand' } })
  desk.scan(MUG)
  desk.act({ kind: 'settings', settings: { ...desk.bench.settings, printWhen: 'atOnce' } })
  expect(desk.said).toBe('goOn printing')
  desk.act({ kind: 'settings', settings: { ...desk.bench.settings, volume: 0 } })
  desk.printAll()
  desk.act({ kind: 'settings', settings: { ...desk.bench.settings, scanBack: false } })
  expect(desk.said).toBe('done packed')
})

test('`next` finishes without scanning back, but never without a label', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  desk.command('next')
  expect(desk.said).toBe('refused notNow')
  desk.printAll()
  desk.command('next')
  expect(desk.said).toBe('done packed')
  desk.command('next')
  expect(desk.said).toBe('waiting allPacked')
})

test('a sticker that has not come is fetched and prints when it comes, whatever was scanned meanwhile', () => {
  const desk = newDesk({ orders: [order(1, needsCode, { sticker: null })] })
  desk.scan(MUG, markingCode(1))
  expect(desk.said).toBe('goOn waitSticker')
  expect(desk.step.effects).toContainEqual({ kind: 'fetchSticker', orderId: 1 })
  desk.scan(MUG)
  expect(desk.said).toBe('refused finishCurrent')
  desk.stickersCome(1)
  expect(desk.said).toBe('goOn printing')
  desk.stickersCome(1)
  expect(reasons(desk)).toEqual([null])
})

test('until the marketplace has told which codes an order needs, it does not print', () => {
  const desk = newDesk({ orders: [order(1, { metaKnown: false })] })
  desk.scan(MUG)
  expect(desk.said).toBe('goOn waitSticker')
  desk.command('print')
  expect(desk.prints).toEqual([])
  const details = [{ key: 'sgtin', values: [], decision: 'required' }] as const
  desk.act({ kind: 'metaSeen', metas: [{ orderId: 1, details }] })
  expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin' })
  desk.scan(markingCode(1))
  expect(desk.said).toBe('goOn printing')
})

test('a printer that can not print is told to who waits for that label, and to nobody else', () => {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
  desk.scan(MUG)
  const { id } = desk.job(1)
  desk.act({ kind: 'jobSending', jobId: id, printer: 'Zebra' })
  desk.act({ kind: 'jobWaiting', jobId: id, fault: 'paperOut' })
  expect(desk.message).toEqual({ code: 'waitPrinter', fault: 'paperOut' })
  expect(desk.job(1).state.kind).toBe('intended')
  desk.command('skip')
  desk.scan(SCARF)
  desk.act({ kind: 'jobWaiting', jobId: id, fault: 'headOpen' })
  expect(desk.said).toBe('goOn printing')
})

test('a printer that goes on and then does not say what came of it is asked about at once', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  const { id } = desk.job(1)
  desk.act({ kind: 'jobWaiting', jobId: id, fault: 'paperOut' })
  expect(desk.act({ kind: 'jobWaiting', jobId: id, fault: 'paperOut' }).feedback).toBeNull()
  desk.loseAll()
  expect(desk.said).toBe('ask labelInHand')
})

test('a label that was scanned before it left is no proof of the one that replaces it', () => {
  for (const outcome of ['jobConfirmed', 'jobUncertain'] as const) {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(MUG, stickerOf(1).barcode)
    expect(desk.said).toBe('done packed')
    const older = desk.job(1).id
    desk.act({ kind: 'jobSending', jobId: older, printer: 'Zebra' })
    desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
    if (outcome === 'jobConfirmed') desk.act({ kind: outcome, jobId: older, by: 'printer' })
    else desk.act({ kind: outcome, jobId: older, why: 'noAnswer' })
    expect(desk.order(1).label).toBe('queued')
    expect(desk.bench.table.question).toBeNull()
  }
})

test('a label that can not be printed starts again on command, on record as a second try', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  desk.act({ kind: 'jobFailed', jobId: desk.job(1).id, why: 'badLabel' })
  expect(desk.message).toEqual({ code: 'printFailed', orderId: 1, why: 'badLabel' })
  desk.command('acknowledge')
  expect(desk.said).toBe('goOn scanPrintCommand')
  desk.command('print')
  expect(reasons(desk)).toEqual([null, 'notPrinted'])
  desk.printAll()
  expect(desk.said).toBe('goOn scanStickerBack')
})

test('a failed wave label does not make a right code look refused', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.command('wave')
  desk.command('yes')
  for (const { id } of desk.prints) desk.act({ kind: 'jobFailed', jobId: id, why: 'badLabel' })
  desk.scan(MUG, markingCode(1))
  expect(desk.said).toBe('goOn scanPrintCommand')
  desk.command('print')
  expect(desk.job(1).reason).toBe('notPrinted')
})

test('while a reprint is under way, news of the older label changes nothing', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  const first = desk.job(1).id
  desk.loseAll()
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'notPrinted' })
  expect(desk.said).toBe('goOn printing')
  expect(desk.bench.table.question).toBeNull()
  desk.act({ kind: 'jobFailed', jobId: first, why: 'lost' })
  desk.act({ kind: 'jobUncertain', jobId: first, why: 'noAnswer' })
  desk.act({ kind: 'jobConfirmed', jobId: first, by: 'printer' })
  expect(desk.order(1).label).toBe('queued')
  expect(desk.said).toBe('goOn printing')
  desk.printAll()
  expect(desk.order(1).label).toBe('printed')
  expect(reasons(desk)).toEqual([null, 'notPrinted'])
})

test('a label that a newer one replaced before it left is not printed', () => {
  const desk = newDesk({ orders: [packedOrder(1)] })
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
  const replaced = desk.job(1).id
  desk.act({ kind: 'jobSending', jobId: replaced, printer: 'Zebra' })
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
  expect(desk.said).toBe('refused nothingToReprint')
  desk.act({ kind: 'jobUncertain', jobId: replaced, why: 'noAnswer' })
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'other' })
  expect(desk.bench.jobs.get(replaced)?.state).toMatchObject({ kind: 'failed', why: 'reprinted' })
  expect(desk.said).toBe('goOn printing')
})

test('when the reprint of a packed order is out, an empty table asks for the next item', () => {
  const desk = newDesk({ orders: [packedOrder(1), order(2)] })
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'damaged' })
  expect(desk.said).toBe('goOn printing')
  desk.printAll()
  expect(desk.said).toBe('waiting scanItem')
})

test('a reprint of a packed order that fails is told on an empty table', () => {
  const desk = newDesk({ orders: [packedOrder(1)] })
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'damaged' })
  desk.act({ kind: 'jobFailed', jobId: desk.job(1).id, why: 'noLabel' })
  expect(desk.message).toEqual({ code: 'printFailed', orderId: 1, why: 'noLabel' })
  expect(desk.order(1).life).toBe('packed')
})

test('a reprint of another order leaves the stage to the one on the table', () => {
  const desk = newDesk({ orders: [packedOrder(1), order(2, { skus: [SCARF], ...needsCode })] })
  desk.scan(SCARF)
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
  expect(reasons(desk)).toEqual(['lost'])
  expect(desk.said).toBe('goOn scanCode')
  desk.printAll()
  expect(desk.said).toBe('goOn scanCode')
})

test("a sticker is no label of one's own: only its rules print it", () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.act({ kind: 'printOwn', sources: [{ kind: 'sticker', orderId: 1 }] })
  expect(desk.said).toBe('refused notNow')
  desk.act({ kind: 'printOwn', sources: [{ kind: 'own', label: { kind: 'test' } }] })
  expect(desk.prints.map(job => job.source.kind)).toEqual(['own'])
})

/** A print queue: it passes the label on and hears no more of it. */
function passAllOn(desk: Desk): void {
  for (const { id, state } of desk.bench.jobs.values()) {
    if (state.kind !== 'intended') continue
    desk.act({ kind: 'jobSending', jobId: id, printer: 'Zebra' })
    desk.act({ kind: 'jobSent', jobId: id })
  }
}

test('a sticker that a print queue passed on is proven by scanning it back', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  passAllOn(desk)
  expect(desk.message).toEqual({ code: 'scanStickerBack', partB: '9001' })
  expect(desk.job(1).state).toMatchObject({ kind: 'sent' })
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  expect(desk.job(1).state).toMatchObject({ kind: 'confirmed', by: 'packer' })
})

test('without scanning back nothing proves what a print queue passed on: the packer is asked', () => {
  const desk = newDesk({ orders: [order(1)], settings: { scanBack: false } })
  desk.scan(MUG)
  passAllOn(desk)
  expect(desk.message).toMatchObject({ code: 'labelInHand', orderId: 1, doubt: 'oneWayLink' })
  desk.command('yes')
  expect(desk.said).toBe('done packed')
})

test('a code undone while its label waits for paper holds the label back until the code is in again', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  const code = markingCode(1)
  desk.scan(MUG, code)
  const waiting = desk.job(1).id
  desk.act({ kind: 'jobWaiting', jobId: waiting, fault: 'paperOut' })
  desk.command('undo')
  expect(desk.bench.jobs.get(waiting)?.state).toMatchObject({ kind: 'failed', why: 'codeMissing' })
  expect(desk.order(1).label).toBe('none')
  desk.scan(code)
  expect(desk.order(1).label).toBe('queued')
  expect([...desk.bench.jobs.values()].filter(({ state }) => state.kind === 'intended')).toHaveLength(1)
})

test('a label that could not print for hours is called back; a packer who waits for it keeps it', () => {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
  desk.command('wave')
  desk.command('yes')
  desk.act({ kind: 'labelsExpired', jobIds: [desk.job(1).id] })
  expect(desk.job(1).state).toMatchObject({ kind: 'failed', why: 'expired' })
  expect(desk.order(1).label).toBe('none')
  desk.scan(MUG)
  expect(desk.said).toBe('goOn printing')
  expect(desk.job(1)).toMatchObject({ reason: null, state: { kind: 'intended' } })
  desk.act({ kind: 'labelsExpired', jobIds: [desk.job(1).id] })
  expect(desk.job(1).state.kind).toBe('intended')
  desk.printAll()
  expect(desk.said).toBe('goOn scanStickerBack')
})
