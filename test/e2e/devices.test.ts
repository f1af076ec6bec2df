import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { labelText, textsOn } from '../support/packer.ts'
import { awaitView, call } from '../support/practice-page.ts'
import { startPrinterSimulator, type PrinterSimulator } from '../support/printer-simulator.ts'
import { startProgram } from '../support/program.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'

/* A shift lead sets up a second printer on the devices screen, beside the practice printer. */

async function openDevices(): Promise<Page> {
  const program = await startProgram(tempFolder(), ['--practice'])
  onTestFinished(() => program.kill())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(program.address)
  await page.locator('.rail').waitFor()
  await call(page, 'settings.set', { language: 'ru' })
  await page.locator('.rail').getByRole('button', { name: 'Устройства' }).click()
  return page
}

async function startPrinter(): Promise<PrinterSimulator> {
  const printer = await startPrinterSimulator({ answers: 'zebra', odometer: true, printMs: 5 })
  onTestFinished(() => printer.close())
  return printer
}

/** Adds a network printer as a person does; its id. */
async function add(page: Page, port: number, name: string): Promise<string> {
  await button(page, 'Добавить принтер').click()
  await button(page, 'Сеть').click()
  await page.getByLabel('Адрес').fill('127.0.0.1')
  await page.getByLabel('Порт', { exact: true }).fill(String(port))
  await page.getByLabel('Имя').fill(name)
  await button(page, 'Добавить').click()
  const view = await awaitView(page, 'the new printer', ({ printers }) =>
    printers.some(one => one.name === name && one.state === 'ready')
  )
  return view.printers.find(one => one.name === name)?.id ?? ''
}

function button(page: Page | Locator, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

function row(page: Page, name: string): Locator {
  return page.locator('.device-row').filter({ hasText: name })
}

/** Where a label's first field begins, in dots. */
function firstField(label: Uint8Array | undefined): readonly number[] {
  const [, x, y] = /\^F[OT](\d+),(\d+)/.exec(Buffer.from(label ?? []).toString('latin1')) ?? []
  return [Number(x), Number(y)]
}

test('a second printer is added, gets badges, prints its own labels, is calibrated, tells its fault and goes', async () => {
  const page = await openDevices()
  const printer = await startPrinter()
  const panel = page.locator('.devices-panel')
  const id = await add(page, printer.port, 'Бейджи')
  await expect.poll(() => row(page, 'Бейджи').textContent()).toContain(`127.0.0.1:${printer.port}`)
  await expect.poll(() => row(page, 'Бейджи').textContent()).toContain('готов')

  await row(page, 'Куда какая этикетка').click()
  await page.getByLabel('Бейдж сборщика: Принтер').selectOption({ label: 'Бейджи' })
  await awaitView(page, 'the route', ({ settings }) => settings.routes.badge?.printerId === id)
  await call(page, 'packers.save', { id: 'A1', name: 'Анна' })
  await call(page, 'packers.printBadge', { id: 'A1' })
  await until('the badge', () => printer.labels.length === 1)
  expect(labelText(printer.labels[0] ?? new Uint8Array())).toBe('VRSTK-P-A1')

  await row(page, 'Бейджи').click()
  await panel.getByAltText('Пробная этикетка').waitFor()
  await button(panel, 'Напечатать пробную').click()
  await until('the test label', () => printer.labels.length === 2)
  expect(textsOn(printer.labels[1])).toContain('58 × 40 мм')
  const [left = 0, top = 0] = firstField(printer.labels[1])

  await panel.getByText('Калибровка').click()
  await button(panel, 'Напечатать линейки').click()
  await until('the rulers', () => printer.labels.length === 3)
  expect(textsOn(printer.labels[2])).toEqual(expect.arrayContaining(['-5', '-10', '+10']))
  await button(panel, 'Срезана слева −').click()
  await panel.getByLabel('Число у края').fill('1,5')
  await panel.getByText('Печать ушла влево на 1,5 мм').waitFor()
  await button(panel, 'Срезана снизу +').click()
  await panel.getByLabel('Число у края').nth(1).fill('0.5')
  await panel.getByText('Печать ушла вниз на 0,5 мм').waitFor()
  await button(panel, 'Сохранить').click()
  await awaitView(page, 'the offset', ({ settings }) =>
    settings.printers.some(one => one.id === id && one.offsetX === -15 && one.offsetY === 5)
  )
  await awaitView(page, 'the printer again', ({ printers }) =>
    printers.some(one => one.id === id && one.state === 'ready')
  )
  await button(panel, 'Напечатать пробную').click()
  await until('the moved label', () => printer.labels.length === 4)
  // 8 dots a mm: 1.5 mm to the right, 0.5 mm up.
  expect(firstField(printer.labels[3])).toEqual([left + 12, top - 4])

  printer.setFault('paperOut')
  await expect.poll(() => row(page, 'Бейджи').textContent()).toContain('Нет бумаги')
  await expect.poll(() => panel.getByRole('status').textContent()).toContain('Заправьте ленту')
  await button(panel, 'Напечатать пробную').click()
  await expect.poll(() => row(page, 'Бейджи').textContent()).toMatch(/ждёт 1\sэтикетка/)
  printer.setFault(null)
  await until('the label that waited', () => printer.labels.length === 5)

  await button(panel, 'Убрать принтер').click()
  await button(page, 'Убрать «Бейджи»').click()
  const view = await awaitView(page, 'one printer', ({ printers }) => printers.length === 1)
  expect(view.settings.routes).toEqual({})
  expect(view.settings.printers.map(one => one.id)).not.toContain(id)
  await expect.poll(() => row(page, 'Бейджи').count()).toBe(0)
})

test('a link changes when it is whole and confirmed; a stand-in and the time a label may wait are kept', async () => {
  const page = await openDevices()
  const [first, second] = [await startPrinter(), await startPrinter()]
  const panel = page.locator('.devices-panel')
  const id = await add(page, first.port, 'Волна')
  await panel.getByText('Подключение').click()
  await panel.getByLabel('Порт', { exact: true }).fill('70000')
  await expect.poll(() => button(panel, 'Подключить так').isDisabled()).toBe(true)
  await panel.getByLabel('Порт', { exact: true }).fill(String(second.port))
  await button(panel, 'Подключить так').click()
  await awaitView(page, 'the other address', ({ settings, printers }) => {
    const link = settings.printers.find(one => one.id === id)?.link
    const isReady = printers.find(one => one.id === id)?.state === 'ready'
    return link?.kind === 'tcp' && link.port === second.port && isReady
  })
  await button(panel, 'Напечатать пробную').click()
  await until('the label at the other address', () => second.labels.length === 1)
  expect(first.labels).toHaveLength(0)

  await row(page, 'Куда какая этикетка').click()
  await page.getByLabel('Разделитель волны: Запасной').selectOption({ label: 'Волна' })
  const { settings } = await awaitView(page, 'the stand-in', view => view.settings.routes.separator !== undefined)
  expect(settings.routes).toEqual({ separator: { printerId: settings.printers[0]?.id, fallbackId: id } })
  const minutes = page.getByLabel('Этикетки, которые ждут дольше')
  await minutes.fill('2')
  await minutes.blur()
  await expect.poll(() => minutes.inputValue()).toBe('120')
  await minutes.fill('45')
  await minutes.blur()
  await awaitView(page, 'the time', view => view.settings.labelsExpireMinutes === 45)
})
