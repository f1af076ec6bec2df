import { expect, test } from 'vitest'
import { awaitView, call } from '../support/practice-page.ts'
import { startPractice } from '../support/practice-desk.ts'
import { badgeBarcode } from '../../shared/domain/scanning/commands.ts'
import { until } from '../support/until.ts'

/* A shift lead's PIN, at the page: made in the settings, asked for at the act, and the act goes on. */

test.each([
  {
    language: 'ru',
    make: 'Сделать старшим: Сборщик 1',
    pin: 'Новый ПИН, от 4 до 12 цифр: Сборщик 1',
    save: 'Сохранить ПИН',
    end: /Закончить за старшего/,
    ask: 'ПИН старшего смены',
    label: 'ПИН',
    wrong: 'ПИН не подошёл',
    badge: 'Сначала сканировать бейдж'
  },
  {
    language: 'en',
    make: 'Make a lead: Сборщик 1',
    pin: 'New PIN, 4 to 12 digits: Сборщик 1',
    save: 'Save the PIN',
    end: /End the lead’s turn/,
    ask: 'Shift lead’s PIN',
    label: 'PIN',
    wrong: 'Wrong PIN',
    badge: 'The first scan is a badge'
  }
] as const)('a setting asks for the PIN in $language, and is changed with it', async words => {
  const { page } = await startPractice('3,0,0', { language: words.language })
  await page.goto(`${page.url().split('#')[0] ?? ''}#/settings`)
  await page.getByRole('button', { name: words.make }).click()
  await page.getByLabel(words.pin).pressSequentially('2468')
  await page.getByRole('button', { name: words.save }).click()
  await awaitView(page, 'a lead', view => view.hasLead)

  const signIn = page.getByRole('checkbox', { name: words.badge })
  await signIn.click()
  const dialog = page.getByRole('dialog', { name: words.ask })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await until('the tick is back', async () => !(await signIn.isChecked()))

  await signIn.click()
  // As fast as a scanner types, and yet no scan.
  await dialog.getByLabel(words.label).pressSequentially('1111')
  await page.keyboard.press('Enter')
  await dialog.getByText(words.wrong).waitFor()
  await dialog.getByLabel(words.label).pressSequentially('2468')
  await page.keyboard.press('Enter')
  await awaitView(page, 'the setting', view => view.settings.signIn)
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: words.end }).click()
  await signIn.click()
  await dialog.waitFor()
  const history = await call(page, 'history.list', { offset: 0, limit: 20 })
  expect(history.find(({ kind }) => kind === 'leadAct')?.facts).toContain('settings.set')
  expect(JSON.stringify(history)).not.toMatch(/1111|2468/)
})

test.each([
  {
    language: 'ru',
    now: 'Закрыть стол',
    title: 'Стол закрыт',
    without: 'Без бейджа',
    number: 'Номер на бейдже',
    refused: 'Стол закрыт: никого не было',
    open: 'Открыть',
    wrong: 'Сборщика с таким номером нет',
    dropped: 'Скан не принят: здесь принимается только бейдж'
  },
  {
    language: 'en',
    now: 'Lock the table',
    title: 'The table is locked',
    without: 'Without a badge',
    number: 'Number on your badge',
    refused: 'The table is locked: nobody was here',
    open: 'Open',
    wrong: 'No packer has this number',
    dropped: 'The scan was not taken: here a badge alone is'
  }
] as const)('a locked table takes a badge alone, and the order is as it was, in $language', async words => {
  const { page, scan } = await startPractice('0,2,0', { language: words.language })
  await scan(badgeBarcode('1'))
  const [thing] = await call(page, 'practice.things', undefined)
  await call(page, 'orders.claim', { orderIds: [thing?.orderId ?? 0], supply: { kind: 'new', name: '' } })
  await scan(thing?.codes[0]?.text ?? '')
  const { order } = await awaitView(page, 'the order', view => view.order !== null && view.feedback.face !== 'waiting')
  await call(page, 'settings.set', { lockMinutes: 1 })
  await page.getByRole('button', { name: words.now }).click()
  const lock = page.getByRole('dialog', { name: words.title })
  await lock.waitFor()
  await scan('4006381333931')
  await lock.getByText(words.refused).waitFor()
  await page.keyboard.press('Escape')
  await lock.getByRole('button', { name: words.without }).click()
  await lock.getByLabel(words.number).fill('9')
  await lock.getByRole('button', { name: words.open }).click()
  await lock.getByText(words.wrong).waitFor()
  await lock.getByLabel(words.number).focus()
  // A product read into the field is told, and no number; a badge is a badge.
  await scan('4601234567893')
  await lock.getByText(words.dropped).waitFor()
  expect(await lock.getByLabel(words.number).inputValue()).toBe('')
  await scan(badgeBarcode('2'))
  await lock.waitFor({ state: 'detached' })
  const after = await awaitView(page, 'the open table', view => !view.isLocked)
  expect(after.order?.id).toBe(order?.id)
  expect(after.packer?.id).toBe('2')
})
