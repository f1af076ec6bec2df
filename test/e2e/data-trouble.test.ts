import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../electron/store/database.ts'
import { launchChromium } from '../support/chromium.ts'
import { awaitView, call } from '../support/practice-page.ts'
import { startProgram } from '../support/program.ts'
import { createWedgeScanner } from '../support/wedge-scanner.ts'
import { damage, workedDesk } from '../support/worked-desk.ts'
import type { WorkedDesk } from '../support/worked-desk.ts'

/* A seller's database that can't be used, or that holds rows which can't be read, as the program itself tells it on its page. */

const WORDS = {
  ru: {
    language: 'Русский',
    title: 'База на этом ПК испорчена',
    remedy: 'С такой работать нельзя: упакованное потерялось бы.',
    cost: 'Копия не знает того, что было позже: 1 упакованный заказ. Отправленное сверим с маркетплейсом; такие посылки отсканируйте снова, старые стикеры уничтожьте.',
    restore: /^Вернуть копию от \d/,
    again: 'Попробовать ещё раз',
    empty: 'Начать с пустой базы',
    sure: 'Начать с пустой базы?',
    detail: 'Упакованные посылки, которые ещё не уехали, станут новыми заказами. Старый файл останется в папке',
    back: 'Не сейчас'
  },
  en: {
    language: 'English',
    title: 'The database on this PC is damaged',
    remedy: 'As it is, packed orders would be lost.',
    cost: 'The copy does not know what was done later: 1 packed order. What was sent is looked up at the marketplace; such parcels are scanned again, and their old stickers destroyed.',
    restore: /^Put back the copy of .*\d/,
    again: 'Try again',
    empty: 'Begin with an empty database',
    sure: 'Begin with an empty database?',
    detail: 'Packed parcels that have not left will look as new orders. The old file stays in its folder',
    back: 'Not now'
  }
} as const

/** The program over what a stopped station has left, its page in Chromium, and the seller's token pasted there. */
async function connect({ rig }: WorkedDesk, language: 'ru' | 'en'): Promise<Page> {
  vi.stubEnv('VERSTAK_MARKETPLACE_URL', rig.marketplace.url)
  const program = await startProgram(rig.dataDirectory)
  onTestFinished(() => program.kill())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(program.address)
  await page.getByText(WORDS[language].language).click()
  await page.locator('input[type=password]').fill(rig.marketplace.token)
  await page.locator('button[type=submit]').click()
  return page
}

/** As a person reads it: the spaces that hold a number to its word are spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const texts = async (page: Page, selector: string) => (await page.locator(selector).allInnerTexts()).map(plain)
const lifeOf = async (page: Page, orderId: number) => (await call(page, 'orders.get', { orderId }))?.order.life
const isAtWork = (page: Page) => awaitView(page, 'a station at work', ({ mode }) => mode === 'live')

test.each(['ru', 'en'] as const)(
  'a damaged database is told with what its copy costs; put back, it is worked on, %s',
  async language => {
    const words = WORDS[language]
    const worked = await workedDesk()
    damage(worked.path)
    const page = await connect(worked, language)
    const trouble = page.getByRole('alert')
    await trouble.waitFor()
    expect(await texts(page, '.setup-trouble h2')).toEqual([words.title])
    expect(await texts(page, '.setup-trouble p')).toEqual([words.remedy, dirname(worked.path), words.cost])
    // What helps stands first and alone is green; nothing says that all is safe, or that the token is at fault.
    expect(await texts(page, '.setup-mends button')).toEqual([
      expect.stringMatching(words.restore),
      words.again,
      words.empty
    ])
    expect(await texts(page, ".setup-mends [data-tone='go']")).toEqual([expect.stringMatching(words.restore)])
    expect(await page.locator('.setup-safe, .setup-refused').count()).toBe(0)
    expect(await trouble.innerText()).not.toMatch(/undefined|null|NaN|Invalid/)

    // Trying again changes nothing, and says the same.
    await trouble.getByRole('button', { name: words.again }).click()
    await expect.poll(() => trouble.getByRole('button', { name: words.again }).isEnabled()).toBe(true)
    expect(await texts(page, '.setup-trouble h2')).toEqual([words.title])

    await trouble.getByRole('button', { name: words.restore }).click()
    await isAtWork(page)
    await page.locator('.stage').waitFor()
    expect(await trouble.count()).toBe(0)
    expect(await lifeOf(page, worked.before)).toBe('packed')
    expect(await lifeOf(page, worked.after)).not.toBe('packed')

    // And what the copy has forgotten is packed once more.
    await call(page, 'settings.set', { wedgeGapMs: 500 })
    const { scan } = await createWedgeScanner(page)
    await awaitView(page, 'the printer', ({ printers }) => printers.every(({ state }) => state === 'ready'))
    await scan(worked.rig.thing(worked.after).barcode)
    const { order } = await awaitView(page, 'a label', view => view.feedback.message.code === 'scanStickerBack')
    await scan(order?.sticker?.barcode ?? '')
    await awaitView(page, 'a packed order', view => view.feedback.message.code === 'packed')
    expect(await lifeOf(page, worked.after)).toBe('packed')
  }
)

test.each(['ru', 'en'] as const)(
  'without a copy one begins anew once one has said so twice, and the old file stays, %s',
  async language => {
    const words = WORDS[language]
    const worked = await workedDesk()
    const folder = dirname(worked.path)
    for (const name of readdirSync(folder)) if (name.endsWith('.backup')) rmSync(`${folder}/${name}`)
    damage(worked.path)
    const page = await connect(worked, language)
    const trouble = page.getByRole('alert')
    await trouble.waitFor()
    // No word of a copy where there is none.
    expect(await texts(page, '.setup-trouble p')).toEqual([words.remedy, folder])
    expect(await texts(page, '.setup-mends button')).toEqual([words.again, words.empty])

    const ask = () => page.locator('.setup-mends').getByRole('button', { name: words.empty }).click()
    const dialog = page.getByRole('dialog')
    await ask()
    expect(await dialog.innerText()).toContain(words.sure)
    expect(await dialog.innerText()).toContain(words.detail)
    await dialog.getByRole('button', { name: words.back }).click()
    await expect.poll(() => dialog.count()).toBe(0)
    expect((await call(page, 'account.get', undefined)).trouble).toMatchObject({ why: 'damaged' })

    await ask()
    await dialog.getByRole('button', { name: words.empty }).click()
    await isAtWork(page)
    await page.locator('.stage').waitFor()
    expect(await lifeOf(page, worked.before)).not.toBe('packed')
    expect(readdirSync(folder).filter(name => /\.damaged-\d+$/.test(name))).toHaveLength(1)
  }
)

test('a database that ends too early says how much is missing, and is gone on with', async () => {
  const worked = await workedDesk()
  const folder = dirname(worked.path)
  const copy = readdirSync(folder).find(name => name.endsWith('.backup')) ?? ''
  copyFileSync(`${folder}/${copy}`, worked.path)
  const page = await connect(worked, 'ru')
  const trouble = page.getByRole('alert')
  await trouble.waitFor()
  const [remedy, place, ...more] = await texts(page, '.setup-trouble p')
  expect(await texts(page, '.setup-trouble h2')).toEqual(['Конец работы потерян'])
  expect(remedy).toMatch(/^Не хватает: \d+ запис(?:ь|и|ей) журнала\. Файл базы подменили старым или подвёл диск\.$/)
  // The copy is no longer than what is there, so it is not offered.
  expect([place, ...more]).toEqual([folder])
  expect(await texts(page, '.setup-mends button')).toEqual(['Попробовать ещё раз', 'Работать без этого'])
  await trouble.getByRole('button', { name: 'Работать без этого' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.innerText()).toContain('Работать без того, что потеряно?')
  await dialog.getByRole('button', { name: 'Работать без этого' }).click()
  await isAtWork(page)
  expect(await lifeOf(page, worked.before)).toBe('packed')
})

const DAMAGED = {
  ru: {
    title: 'Не прочитано на этом компьютере: 2 записи',
    order: 'Восстановлен по журналу и маркетплейсу. До отправки проверьте его коды на странице заказа.',
    desk: 'Сброшена к начальной. Проверьте настройки.',
    seen: 'Прочитано'
  },
  en: {
    title: '2 records on this PC could not be read',
    order:
      'Rebuilt from the journal and the marketplace. Before its parcel leaves, check its codes on the order’s page.',
    desk: 'It is as on the first day. Look through the settings.',
    seen: 'I have read it'
  }
} as const

test.each(['ru', 'en'] as const)(
  'rows that can’t be read stand on the problem shelf until somebody has read it, %s',
  async language => {
    const words = DAMAGED[language]
    const worked = await workedDesk()
    const database = openDatabase(worked.path)
    database.prepare('UPDATE orders SET own = replace(own, \'"price":\', \'"pricf":\') WHERE id = ?').run(worked.before)
    database.prepare("UPDATE desk SET body = replace(body, 'day', 'dax') WHERE key = 'shift'").run()
    database.close()
    const page = await connect(worked, language)
    await isAtWork(page)
    await call(page, 'settings.set', { language })
    await page.evaluate(() => (location.hash = '#/problems'))
    const rows = page.locator('.damaged-rows')
    await rows.waitFor()
    await expect.poll(() => rows.locator('li').count()).toBe(2)
    expect(await texts(page, '.damaged-rows h2')).toEqual([words.title])
    const said = plain(await rows.innerText())
    expect(said).toContain(words.order)
    expect(said).toContain(words.desk)
    expect(said).not.toMatch(/undefined|null|NaN|Invalid/)
    expect(await lifeOf(page, worked.before)).toBe('packed')
    await rows.getByRole('button', { name: words.seen }).click()
    await expect.poll(() => rows.count()).toBe(0)
    await page.reload()
    await page.locator('.rail').waitFor()
    expect(await rows.count()).toBe(0)
  }
)
