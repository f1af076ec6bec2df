import type { ScannerSetting } from '../../shared/domain/scanning/scanners.ts'
import type { DeviceView, NetworkView, NewsView, PrinterView } from '../../shared/view/view.ts'
import { lookUp } from '../i18n/say.ts'
import type { Phrase } from '../i18n/phrase.ts'
import type { Texts } from '../i18n/texts.ts'
import type { IconName } from '../ui/icon-paths.ts'
import type { Chosen } from './devices/chosen.ts'
import { printerState, scannerState, type DeviceState } from './devices/device-words.ts'
import { keyOf } from './devices/scanner-name.ts'

/** One thing that the status line says. */
export interface StatusItem {
  readonly key: string
  readonly icon: IconName
  readonly mood: DeviceState['mood']
  readonly words: string
  /** The panel of the devices screen that tells more. */
  readonly leadsTo?: Chosen
  /** What the words leave out. */
  readonly hint?: string
}

/** Longer than this a queue is late (ms). */
const LATE_MS = 120_000

/** The link to the marketplace, and what waits for it; fine only when the newest orders are known. */
export function networkItem(texts: Texts, network: NetworkView, news: NewsView, now: number): StatusItem {
  const { words, format } = texts
  const { kind, waiting, oldestAt } = network
  const { mood, state, hint } = linkState(texts, network, news)
  const isLate = oldestAt !== null && waiting > 0 && now - oldestAt > LATE_MS
  const queue = isLate
    ? words.status.waitingSince(waiting, format.duration(now - oldestAt))
    : words.status.waiting(waiting)
  return {
    key: 'network',
    icon: kind === 'stranger' ? 'offline' : kind,
    mood,
    words: `${state}, ${queue}`,
    ...(hint !== '' && { hint })
  }
}

function linkState({ words, names, tables }: Texts, network: NetworkView, { isKnown, unread }: NewsView) {
  const { status } = words
  switch (network.kind) {
    case 'blocked':
      return troubled(lookUp(tables.blocks, network.block ?? ''))
    case 'stranger':
      return troubled(status.stranger(network.status ?? 0))
    case 'offline':
      return { mood: 'bad', state: status.offline, hint: '' } as const
    case 'online': {
      const lists = unread.map(({ list }) => names.lists[list])
      const hint = unread.flatMap(({ field }) => (field === '' ? [] : [field])).join(', ')
      if (lists.length > 0) return { mood: 'bad', state: status.unread(lists.join(', ')), hint } as const
      return isKnown
        ? ({ mood: 'fine', state: status.online, hint } as const)
        : ({ mood: 'wait', state: status.asking, hint } as const)
    }
  }
}

function troubled({ title, remedy }: Phrase) {
  return { mood: 'bad', state: title, hint: `${title}. ${remedy}` } as const
}

/** What of the marketplace's lists was set aside; null: nothing. */
export function oddWords({ words: { status } }: Texts, { oddOrders, oddOthers }: NewsView): string | null {
  const parts = [
    ...(oddOrders > 0 ? [status.oddOrders(oddOrders)] : []),
    ...(oddOthers > 0 ? [status.oddOthers(oddOthers)] : [])
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** Each printer that has to be seen to, the worst first; those with which all is well share an item. */
export function printerItems(texts: Texts, printers: readonly PrinterView[]): readonly StatusItem[] {
  const { status } = texts.words
  const [first] = printers
  if (first === undefined) {
    return [{ key: 'printers', icon: 'printer', mood: 'bad', words: status.noPrinter, leadsTo: { kind: 'addPrinter' } }]
  }
  const told = printers.map((view): StatusItem => {
    const { mood, word } = printerState(texts, view)
    const [warning] = view.warnings ?? []
    const isWarned = view.state === 'ready' && warning !== undefined
    const state = isWarned ? lookUp(texts.tables.warnings, warning).title : word
    const waiting = view.waiting > 0 && view.state !== 'ready' ? status.labelsWait(view.waiting) : ''
    const words = `${view.name}: ${[state, waiting].filter(part => part !== '').join(', ')}`
    return { key: `printer-${view.id}`, icon: 'printer', mood, words, leadsTo: { kind: 'printer', id: view.id } }
  })
  const names = printers.filter((_, index) => told[index]?.mood === 'fine').map(({ name }) => name)
  const fine = fineItem(texts, { icon: 'printer', names, of: told.length, all: status.allPrinters })
  return [
    ...worstFirst(told),
    ...(fine === null ? [] : [{ ...fine, leadsTo: { kind: 'printer', id: first.id } as const }])
  ]
}

/** The same of scanners; `own` are those of the settings, which a practice scanner stands before. */
export function scannerItems(
  texts: Texts,
  scanners: readonly DeviceView[],
  own: readonly ScannerSetting[]
): readonly StatusItem[] {
  const { status } = texts.words
  const typing: Chosen = { kind: 'typing' }
  if (scanners.length === 0) {
    return [{ key: 'scanners', icon: 'scanner', mood: 'fine', words: status.noScanner, leadsTo: typing }]
  }
  // The practice scanner has no name: its place in the line says what it is.
  const nameOf = ({ name }: DeviceView) => (name === '' || name === 'practice' ? status.scanner : name)
  const told = scanners.map((view, index): StatusItem => {
    const setting = own[index - scanners.length + own.length]
    const leadsTo: Chosen = setting === undefined ? typing : { kind: 'scanner', key: keyOf(setting) }
    const { mood, word } = scannerState(texts, view)
    return { key: `scanner-${index}`, icon: 'scanner', mood, words: `${nameOf(view)}: ${word}`, leadsTo }
  })
  const names = scanners.filter((_, index) => told[index]?.mood === 'fine').map(nameOf)
  const fine = fineItem(texts, { icon: 'scanner', names, of: told.length, all: status.allScanners })
  return [...worstFirst(told), ...(fine === null ? [] : [{ ...fine, leadsTo: told[0]?.leadsTo ?? typing }])]
}

/** One by its name, several by their number. */
function fineItem(
  { words: { status } }: Texts,
  fine: {
    readonly icon: 'printer' | 'scanner'
    readonly names: readonly string[]
    readonly of: number
    readonly all: (count: number) => string
  }
): StatusItem | null {
  const { icon, names, of, all } = fine
  if (names.length === 0) return null
  const several = names.length === of ? all(of) : status.readyOf(names.length, of)
  const words = of === 1 ? `${names.join('')} ${status.ready}` : several
  return { key: `${icon}s`, icon, mood: 'fine', words, hint: names.join(', ') }
}

function worstFirst(items: readonly StatusItem[]): readonly StatusItem[] {
  return [...items.filter(({ mood }) => mood === 'bad'), ...items.filter(({ mood }) => mood === 'wait')]
}
