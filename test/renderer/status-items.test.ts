import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { chosenOf } from '../../renderer/screens/devices/chosen.ts'
import { networkItem, oddWords, printerItems, scannerItems } from '../../renderer/screens/status-items.ts'
import { usualSerialScanner } from '../../shared/domain/scanning/scanners.ts'
import type { NewsView, PrinterView } from '../../shared/view/view.ts'

const ru = makeTexts('ru')
const MINUTE = 60_000
const KNOWN: NewsView = { isKnown: true, oddOrders: 0, oddOthers: 0, odd: [], unread: [] }

function printer(id: string, part: Partial<PrinterView> = {}): PrinterView {
  return { id, name: `P${id}`, state: 'ready', fault: null, waiting: 0, ...part }
}

function said(items: readonly { readonly mood: string; readonly words: string }[]): readonly string[] {
  return items.map(({ mood, words }) => `${mood} ${words}`)
}

test('one printer stands by its name; without any the line says so and leads to adding one', () => {
  expect(said(printerItems(ru, [printer('1')]))).toEqual(['fine P1 готов'])
  const [none] = printerItems(ru, [])
  expect(none).toMatchObject({ mood: 'bad', words: 'нет принтера', leadsTo: { kind: 'addPrinter' } })
})

test('of several printers the worst comes first with what waits for it, and the others share a place', () => {
  const items = printerItems(ru, [
    printer('1'),
    printer('2', { warnings: ['paperLow', 'oneWay'], waiting: 2 }),
    printer('3', { state: 'connecting', waiting: 21 }),
    printer('4', { state: 'fault', fault: 'paperOut', waiting: 4 }),
    printer('5')
  ])
  expect(said(items)).toEqual([
    'bad P4: Нет бумаги, ждут 4',
    'wait P2: бумага кончается',
    'wait P3: подключаем, ждёт 21',
    'fine готовы 2 из 5'
  ])
  expect(items[0]?.leadsTo).toEqual({ kind: 'printer', id: '4' })
  expect(items[3]?.hint).toBe('P1, P5')
  expect(said(printerItems(ru, [printer('1'), printer('2')]))).toEqual(['fine принтеры готовы: 2'])
})

test('a scanner that is gone is named and leads to its own panel, behind the practice scanner too', () => {
  const own = ['/dev/ttyACM0', 'COM4'].map(path => usualSerialScanner({ name: path, path, serialNumber: null }))
  const practice = { name: 'practice', state: 'ready', fault: null } as const
  const items = scannerItems(
    ru,
    [practice, { name: 'Левый', state: 'ready', fault: null }, { name: 'Правый', state: 'fault', fault: 'lost' }],
    own
  )
  expect(said(items)).toEqual(['bad Правый: отключён', 'fine готовы 2 из 3'])
  expect(items[0]?.leadsTo).toEqual({ kind: 'scanner', key: 'COM4' })
  expect(said(scannerItems(ru, [practice], []))).toEqual(['fine Сканер готов'])
  expect(said(scannerItems(ru, [], []))).toEqual(['fine сканер-клавиатура'])
})

test('a queue that is late says since when', () => {
  const network = { kind: 'offline', block: null, status: null, waiting: 3, oldestAt: 0, attention: 0 } as const
  expect(networkItem(ru, network, KNOWN, MINUTE).words).toBe('нет интернета, в очереди 3')
  expect(networkItem(ru, network, KNOWN, 5 * MINUTE).words.replaceAll('\u00a0', ' ')).toBe(
    'нет интернета, в очереди 3, 5 мин'
  )
})

test('all is well only when the newest orders are known', () => {
  const network = { kind: 'online', block: null, status: null, waiting: 0, oldestAt: null, attention: 0 } as const
  const item = (news: Partial<NewsView>) => networkItem(ru, network, { ...KNOWN, ...news }, 0)
  expect(item({})).toMatchObject({ mood: 'fine', words: 'на связи, в очереди 0' })
  expect(item({ isKnown: false })).toMatchObject({ mood: 'wait', words: 'узнаём о заказах, в очереди 0' })
  const unread = item({ unread: [{ list: 'newOrders', field: 'orders' }] })
  expect(unread).toMatchObject({ mood: 'bad', words: 'не прочитано: новые заказы, в очереди 0', hint: 'orders' })
})

test('what can’t be read is counted, orders apart from the rest', () => {
  const words = (oddOrders: number, oddOthers: number) =>
    oddWords(ru, { ...KNOWN, oddOrders, oddOthers })?.replaceAll('\u00a0', ' ') ?? null
  expect(words(0, 0)).toBeNull()
  expect(words(1, 0)).toBe('1 заказ не читается')
  expect(words(22, 5)).toBe('22 заказа не читаются, 5 записей не читаются')
  expect(oddWords(makeTexts('en'), { ...KNOWN, oddOrders: 1 })?.replaceAll('\u00a0', ' ')).toBe('1 order can’t be read')
})

test('a stranger on the way is named with his status, and what may be done stands in the hint', () => {
  const network = { kind: 'stranger', block: null, status: 407, waiting: 3, oldestAt: null, attention: 0 } as const
  for (const language of ['ru', 'en'] as const) {
    const item = networkItem(makeTexts(language), network, KNOWN, MINUTE)
    expect(item).toMatchObject({ mood: 'bad', icon: 'offline' })
    expect(item.words).toContain('407')
    expect(item.hint).toContain(makeTexts(language).words.status.stranger(407).remedy)
  }
})

test('an address that names no panel chooses none', () => {
  expect(chosenOf('scanner:1:2:a:b')).toEqual({ kind: 'scanner', key: '1:2:a:b' })
  for (const thing of [null, '', 'printers', 'printer/1']) expect(chosenOf(thing)).toBeNull()
})
