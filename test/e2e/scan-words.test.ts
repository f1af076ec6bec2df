import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { PracticeThing } from '../../shared/contract/practice-methods.ts'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { startPractice } from '../support/practice-desk.ts'
import { awaitView, call, openSupply } from '../support/practice-page.ts'

const { messages, notes } = makeTexts('ru')

test('what the stage says of a slip, of the wrong code and of the wrong item, each scanned as a packer would', async () => {
  const { page, scan } = await startPractice('30,0,0', {}, 768)
  const says = (text: string) => expect.poll(() => stage(page)).toContain(text)

  await openSupply(page, scan)
  const shirt = await thingWith(page, 'sgtin')
  const [barcode, code] = [codeOf(shirt, 'barcode'), codeOf(shirt, 'sgtin')]
  const misread = `${barcode.slice(0, -1)}${(Number(barcode.at(-1)) + 1) % 10}`

  await scan(misread)
  await says(messages.checkDigitWrong({ code: 'checkDigitWrong', text: misread }, 0).title)
  await says(misread)
  // A GS1 symbol that names the product, and has no serial.
  await scan(`]d201${barcode.padStart(14, '0')}10LOT7`)
  await says(messages.scanCode({ code: 'scanCode', key: 'sgtin' }, 0).title)
  await scan(barcode)
  await says(messages.squareCodeNeeded({ code: 'squareCodeNeeded' }, 0).title)
  await scan(code)
  const { order } = await awaitView(page, 'the sticker', view => view.feedback.message.code === 'scanStickerBack')
  const partB = order?.sticker?.partB ?? ''
  await scan(barcode)
  await says(messages.stickerFirst({ code: 'stickerFirst', partB }, 0).title)
  await says(partB)
  await scan(order?.sticker?.barcode ?? '')
  await awaitView(page, 'the packed order', view => view.packedToday === 1)

  await call(page, 'scan.keys', { id: 'caps', keys: 'KeyA KeyB KeyC'.split(' ').map(underCapsLock) })
  await says(notes.capsLock({ code: 'capsLock' }))
})

function underCapsLock(place: string) {
  return { code: place, key: place.slice(-1), shift: false, ctrl: false, alt: false, capsLock: true }
}

function stage(page: Page): Promise<string> {
  return page.locator('.stage').innerText()
}

/** A unit of the open supply whose order asks for this code. */
async function thingWith(page: Page, kind: PracticeThing['codes'][number]['kind']): Promise<PracticeThing> {
  const { batch: supply } = await call(page, 'view.get', undefined)
  const { rows } = await call(page, 'orders.list', {
    search: '',
    offset: 0,
    limit: 200,
    lives: null,
    supplyId: supply?.id ?? ''
  })
  const mine = new Set(rows.map(({ id }) => id))
  const things = await call(page, 'practice.things', undefined)
  const found = things.find(({ orderId, codes }) => mine.has(orderId) && codes.some(code => code.kind === kind))
  if (found === undefined) throw new Error(`nothing with ${kind}`)
  return found
}

function codeOf(thing: PracticeThing, kind: PracticeThing['codes'][number]['kind']): string {
  return thing.codes.find(code => code.kind === kind)?.text ?? ''
}
