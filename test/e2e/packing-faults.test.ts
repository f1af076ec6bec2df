import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { PracticeThing } from '../../shared/contract/practice-methods.ts'
import { badgeBarcode, commandBarcode } from '../../shared/domain/scanning/commands.ts'
import type { Message } from '../../shared/domain/messages.ts'
import { openPractice } from '../support/practice-desk.ts'
import { awaitView, call, openSupply } from '../support/practice-page.ts'
import { createWedgeScanner } from '../support/wedge-scanner.ts'

/* What would put wrong goods or codes into a parcel, or a wrong sticker onto it, as a packer meets it on the page. */

interface Table {
  readonly page: Page
  readonly scan: (text: string) => Promise<void>
  readonly things: readonly PracticeThing[]
}

/** A practice station with Anna on the list, and everything of the oldest order's kind in an open supply. */
async function startTable(beforeBadge: (table: Omit<Table, 'things'>) => Promise<void>): Promise<Table> {
  const { page } = await openPractice('30,0,0', 768)
  const { scan } = await createWedgeScanner(page)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0, signIn: true })
  await call(page, 'packers.save', { id: '7', name: 'Анна' })
  await beforeBadge({ page, scan })
  await scan(badgeBarcode('7'))
  await awaitView(page, 'Anna', view => view.packer?.id === '7')
  const { batch: supply } = await openSupply(page, scan)
  const list = { lives: null, supplyId: supply?.id ?? '', search: '', offset: 0, limit: 200 } as const
  await expect
    .poll(async () => (await call(page, 'orders.list', list)).rows.filter(({ partB }) => partB === null))
    .toEqual([])
  const mine = new Set((await call(page, 'orders.list', list)).rows.map(({ id }) => id))
  const things = (await call(page, 'practice.things', undefined)).filter(({ orderId }) => mine.has(orderId))
  return { page, scan, things }
}

/** Scans, and waits until the stage says so. */
async function step({ page, scan }: Omit<Table, 'things'>, text: string, code: Message['code']): Promise<void> {
  await scan(text)
  await awaitView(page, code, ({ feedback }) => feedback.message.code === code)
}

function codeOf(thing: PracticeThing, kind: PracticeThing['codes'][number]['kind']): string {
  const code = thing.codes.find(one => one.kind === kind)
  if (code === undefined) throw new Error(`${thing.article} has no ${kind}`)
  return code.text
}

function kindsOf({ codes }: PracticeThing): string {
  return codes.map(({ kind }) => kind).join(' ')
}

function find(things: readonly PracticeThing[], test: (thing: PracticeThing) => boolean): PracticeThing {
  const thing = things.find(test)
  if (thing === undefined) throw new Error('no such thing on the practice table')
  return thing
}

function stageOf(page: Page) {
  return expect.poll(() => page.textContent('.stage-words'))
}

test('wrong badges, wrong codes and stickers that nobody wants any more are told on the page', async () => {
  const table = await startTable(async ({ page, scan }) => {
    await step({ page, scan }, commandBarcode('newSupply'), 'badgeFirst')
    await stageOf(page).toContain('Сначала отсканируйте свой бейдж')
    await page.evaluate(() => (location.hash = '#/settings'))
    await page.getByLabel('Номер на бейдже').fill('7')
    await page.getByText('Номер занят: Анна').waitFor()
    expect(await page.getByRole('button', { name: 'Добавить' }).isDisabled()).toBe(true)
    await page.evaluate(() => (location.hash = '#/pack'))
  })
  const { page, things } = table
  const coded = things.filter(thing => kindsOf(thing) === 'barcode sgtin' && !codeOf(thing, 'barcode').startsWith('2'))
  const unit = find(coded, one => coded.some(other => other !== one && other.article === one.article))
  const twin = find(coded, other => other !== unit && other.article === unit.article)
  const other = find(coded, one => one.article !== unit.article)
  const plain = find(things, thing => kindsOf(thing) === 'barcode')

  // Another product's code.
  await step(table, codeOf(unit, 'barcode'), 'scanCode')
  await step(table, codeOf(other, 'sgtin'), 'codeOfOther')
  await stageOf(page).toContain(other.article)

  // A second code of its own, while the printer has no paper.
  await call(page, 'practice.setPaper', { loaded: false })
  await step(table, codeOf(unit, 'sgtin'), 'waitPrinter')
  await step(table, codeOf(twin, 'sgtin'), 'replaceCode')
  await stageOf(page).toContain('Заменить')
  await table.scan(commandBarcode('no'))
  await awaitView(page, 'no question', ({ question }) => question === null)

  // The order is put aside: its sticker does not come out when there is paper again.
  await step(table, commandBarcode('skip'), 'skipped')
  await call(page, 'practice.setPaper', { loaded: true })
  await step(table, codeOf(plain, 'barcode'), 'scanStickerBack')
  const { order } = await call(page, 'view.get', undefined)
  await step(table, order?.sticker?.barcode ?? '', 'packed')
  const labels = await call(page, 'practice.labels', undefined)
  expect(labels.map(({ text }) => text)).toEqual([order?.sticker?.barcode])

  // What was packed a moment ago comes back, and leaves with its sticker named.
  await step(table, commandBarcode('undo'), 'reopened')
  await stageOf(page).toContain(`Вернули на стол ${order?.sticker?.partB}`)
  await step(table, commandBarcode('undo'), 'undone')
  await stageOf(page).toContain(`Стикер ${order?.sticker?.partB} уже вышел`)
  expect((await call(page, 'view.get', undefined)).packedToday).toBe(0)
})
