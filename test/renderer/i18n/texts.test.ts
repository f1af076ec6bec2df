import { expect, test } from 'vitest'
import type { BlockReason, DeviceFault, DeviceWarning } from '../../../electron/station/ports/ports.ts'
import { makeTexts } from '../../../renderer/i18n/index.ts'
import { codeWords, lookUp, say, shelfWhy } from '../../../renderer/i18n/say.ts'
import type { Phrase } from '../../../renderer/i18n/phrase.ts'
import { moveAfter } from '../../../shared/domain/codes/decisions.ts'
import type { Finding } from '../../../shared/domain/scanning/scanner-test/findings.ts'
import type { CodeProblem, Message } from '../../../shared/domain/messages.ts'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'
import { expectWhole } from './expect-whole.ts'

const LANGUAGES = ['ru', 'en'] as const
const NOW = Date.UTC(2026, 7, 4, 12)

/** Facts that fit every message: each function takes what it knows of. */
const FACTS = {
  fresh: 3,
  supplies: 2,
  scheme: 'dbs',
  outcome: 'receive',
  place: 'A-12',
  isToBePaid: true,
  supplyName: 'Утро',
  name: 'Утро',
  article: 'one-ring-7548',
  product: 'one-ring-7548',
  key: 'sgtin',
  labels: 5,
  missing: 2,
  separators: 3,
  printing: 1,
  printed: 4,
  failed: 1,
  fault: 'paperOut',
  partB: '4589',
  by: 'b2b',
  what: 'sgtin',
  orderId: 13_833_711,
  before: { date: '03.08.2026', from: '15:00', to: '16:00' },
  slot: { date: '04.08.2026', from: '18:00', to: '20:00' },
  isPrinted: true,
  orders: 12,
  text: '4601234567893',
  why: { kind: 'codeRefused', key: 'sgtin', decision: 'sgtinRetired' },
  at: NOW - 300_000,
  expected: '4601234567893',
  problem: { code: 'markingNoGs' },
  keys: ['sgtin', 'imei'],
  badge: '7',
  kind: 'box',
  vendorCode: 'MetaValidationFail',
  vendorMessage: 'Метаданные не прошли проверку',
  decision: 'sgtinRetired',
  doubt: 'noAnswer',
  here: '31.12.2027',
  value: '01.11.2027',
  gtin: '04601234567893',
  barcode: '4601234567893',
  orderIds: [13_833_711, 13_833_712],
  articles: ['кружка', 'брошь × 2'],
  partBs: ['4589', '4590'],
  parcels: 2,
  left: 1,
  length: 12,
  minimum: 30,
  maximum: 135,
  char: 'ф',
  days: 12,
  point: 'СЦ 1',
  step: 'point',
  city: 'Ufa',
  closes: true,
  hitch: { kind: 'noPoint' },
  since: NOW,
  folder: '/data'
}

const PROBLEMS = Object.keys(makeTexts('ru').problems) as CodeProblem['code'][]
const MESSAGES = Object.keys(makeTexts('ru').messages) as Message['code'][]

function messageOf(code: Message['code']): Message {
  const why = code === 'printFailed' ? { why: 'paperOut' } : code === 'diskTrouble' ? { why: 'full' } : {}
  return { ...FACTS, ...why, code } as unknown as Message
}

test.each(LANGUAGES)('every message in %s names a cause and a remedy, short and whole', language => {
  const texts = makeTexts(language)
  for (const code of MESSAGES) expectWhole(say(texts, messageOf(code), NOW), code)
})

test.each(LANGUAGES)('every way to another supply in %s is a question with its remedy', language => {
  const { otherSupply } = makeTexts(language)
  for (const way of ['join', 'new', 'open'] as const) {
    for (const by of [null, 'cargoType', 'warehouse', 'border', 'b2b'] as const) {
      const offer = { orderId: 1, article: 'mug', entry: 'item', supplyName: 'S', way, by } as const
      const phrase = otherSupply({ code: 'otherSupply', ...offer })
      expectWhole(phrase, `${way} ${by}`)
      expect(phrase.title).toMatch(/\?$/)
    }
  }
})

test.each(LANGUAGES)('every problem of a code in %s has its cause and remedy', language => {
  const texts = makeTexts(language)
  for (const code of PROBLEMS) {
    const problem = { ...FACTS, code } as unknown as CodeProblem
    expectWhole(say(texts, { code: 'badCode', key: 'sgtin', problem }, NOW), code)
  }
})

test('Russian texts have no Latin words but names, English ones no Russian', () => {
  const russian = makeTexts('ru')
  const english = makeTexts('en')
  for (const code of MESSAGES) {
    const message = Object.assign(messageOf(code), { supplyName: 'S', name: 'S', point: 'P' })
    const ru = say(russian, message, NOW)
    const en = say(english, message, NOW)
    expect(`${ru.title} ${ru.remedy}`, code).toMatch(/[а-яё]/i)
    expect(`${en.title} ${en.remedy}`, code).not.toMatch(/[а-яё]/i)
  }
})

test.each(LANGUAGES)('every fault and stop that the station can name has words in %s', language => {
  const { faults, warnings, blocks } = makeTexts(language).tables
  const allFaults: Record<DeviceFault, true> = {
    paperOut: true,
    headOpen: true,
    paused: true,
    ribbonOut: true,
    tooHot: true,
    tooCold: true,
    bufferFull: true,
    labelWaiting: true,
    cutter: true,
    headFailed: true,
    motorHot: true,
    stopped: true,
    silent: true,
    unreachable: true,
    lost: true,
    queueStopped: true,
    queueGone: true,
    folderGone: true
  }
  const allWarnings: Record<DeviceWarning, true> = {
    calibrate: true,
    cleanHead: true,
    replaceHead: true,
    paperLow: true,
    oneWay: true
  }
  const allBlocks: Record<BlockReason, true> = {
    tokenRefused: true,
    tokenExpired: true,
    readOnly: true,
    payment: true,
    forbidden: true,
    noToken: true,
    pathGone: true,
    baseToken: true
  }
  for (const fault of Object.keys(allFaults)) expectWhole(faults.known[fault] ?? { title: '', remedy: '' }, fault)
  for (const warning of Object.keys(allWarnings)) {
    expectWhole(warnings.known[warning] ?? { title: '', remedy: '' }, warning)
  }
  for (const block of Object.keys(allBlocks)) expectWhole(blocks.known[block] ?? { title: '', remedy: '' }, block)
})

test('what nobody has heard of is shown under details, never hidden', () => {
  const { tables, verdicts } = makeTexts('ru')
  for (const table of [tables.faults, tables.blocks, tables.delays]) {
    const phrase = lookUp(table, 'toString')
    expectWhole(phrase, 'unknown')
    expect(phrase.details).toBe('toString')
  }
  const verdict = codeWords(verdicts, 'sgtin', 'toString')
  expectWhole(verdict, 'unknown verdict')
  expect(verdict.details).toBe('toString')
})

const VERDICTS = Object.keys(makeTexts('ru').verdicts.known)

test.each(LANGUAGES)('every refusal of a code says in %s whose move it is, on the stage and on the shelf', language => {
  const texts = makeTexts(language)
  const movers = Object.values(texts.verdicts.movers)
  for (const key of META_KEYS) {
    for (const said of [...VERDICTS, 'neverHeardOf']) {
      if (moveAfter(key, said) === null) continue
      const where = `${key} ${said}`
      const onStage = say(texts, { code: 'codeRefusedAtMarketplace', orderId: 13_833_711, key, decision: said }, NOW)
      const onShelf = shelfWhy(texts, { kind: 'codeRefused', key, decision: said })
      const notTaken = shelfWhy(texts, { kind: 'writeRefused', what: key, code: said, message: '' })
      expectWhole(onStage, where)
      for (const phrase of [onStage, onShelf, notTaken]) {
        expect(
          movers.filter(mover => phrase.remedy.includes(`${mover}: `)),
          `${where}: ${phrase.remedy}`
        ).toHaveLength(1)
        expect(phrase.details, where).toContain(said)
      }
      expect(onShelf.title).not.toContain(said)
    }
  }
})

test('every table says the same things in both languages, and nothing empty', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shape(part)]))
      : typeof value
  const { format: _ru, ...ru } = makeTexts('ru')
  const { format: _en, ...en } = makeTexts('en')
  // Only known codes carry details, and those may differ.
  expect(shape(ru.words)).toEqual(shape(en.words))
  expect(shape(ru.settings)).toEqual(shape(en.settings))
  expect(shape(ru.devices)).toEqual(shape(en.devices))
  expect(shape(ru.tables)).toEqual(shape(en.tables))
  expect(shape(ru.verdicts)).toEqual(shape(en.verdicts))
  expect(shape(ru.names)).toEqual(shape(en.names))
  expect(emptyTexts(ru)).toEqual([])
  expect(emptyTexts(en)).toEqual([])
})

function emptyTexts(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => emptyTexts(part, `${path}/${name}`))
}

test('Russian numerals take their three forms', () => {
  const texts = makeTexts('ru')
  const opened = (orders: number) =>
    say(texts, { code: 'supplyOpened', name: 'Утро', orders }, NOW).remedy.replaceAll('\u00a0', ' ')
  expect(opened(1)).toContain('1 заказ')
  expect(opened(3)).toContain('3 заказа')
  expect(opened(5)).toContain('5 заказов')
  expect(opened(11)).toContain('11 заказов')
  expect(opened(21)).toMatch(/21 заказ$/)
})

test('a shelf’s reason is told with the vendor’s words under details', () => {
  const texts = makeTexts('ru')
  const why = { kind: 'writeRefused', what: 'sgtin', code: 'FailedToUpdateMeta', message: 'Не удалось' } as const
  expect(shelfWhy(texts, why).details).toBe('sgtin · FailedToUpdateMeta · Не удалось')
  expect(shelfWhy(texts, { kind: 'codeRefused', key: 'imei', decision: 'imeiAlreadySold' }).title).toContain('IMEI')
})

const FINDINGS: readonly Finding[] = [
  { kind: 'ok' },
  { kind: 'noGs' },
  { kind: 'gsReplaced', by: '<GS>', undone: true },
  { kind: 'gsReplaced', by: '-', undone: false },
  { kind: 'aimPrefix', aim: ']d2' },
  { kind: 'foreignPrefix', text: 'A1' },
  { kind: 'foreignSuffix', text: ';' },
  { kind: 'noSuffix', seen: null },
  { kind: 'layoutRussian', undone: true },
  { kind: 'layoutRussian', undone: false },
  { kind: 'layoutOther' },
  { kind: 'caseSwapped', capsLock: true },
  { kind: 'caseSwapped', capsLock: false },
  { kind: 'allUpper' },
  { kind: 'allLower' },
  { kind: 'capsLock' },
  { kind: 'truncated', where: 'end', kept: 64, of: 129 },
  { kind: 'truncated', where: 'start', kept: 30, of: 39 },
  { kind: 'truncated', where: 'end', kept: 12, of: 13 },
  { kind: 'slow', gapMs: 80, proposedMs: 120 },
  { kind: 'slowLine', ms: 1075 },
  { kind: 'split', suffix: 'cr' },
  { kind: 'wrongEncoding', how: 'parity', parity: 'even' },
  { kind: 'wrongEncoding', how: 'utf16' },
  { kind: 'wrongEncoding', how: 'garbled' },
  { kind: 'notThisCode' }
]

test('each finding about a scanner has its cause and its remedy, to be applied or to be set in the scanner', () => {
  for (const language of LANGUAGES) {
    const { findings } = makeTexts(language).scannerTest
    expect(new Set(FINDINGS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(findings)))
    for (const finding of FINDINGS) {
      for (const mends of [true, false]) {
        const phrase = (findings[finding.kind] as (finding: Finding, mends: boolean) => Phrase)(finding, mends)
        // Read from a chair, on a line of its own.
        expectWhole(phrase, `${language} ${JSON.stringify(finding)}`, 64)
      }
    }
  }
})

test.each(['ru', 'en'] as const)(
  'a label refused for one of its commands is told with the command’s name (%s)',
  language => {
    const texts = makeTexts(language)
    const said = say(texts, { code: 'printFailed', orderId: 7, why: 'labelCommand:^IM' }, 0)
    expect(said).toMatchObject({ details: '^IM', remedy: expect.stringContaining('PNG') })
    expect(lookUp(texts.tables.faults, 'labelCommand:^IM').title).toMatch(/: \^IM$/)
    expect(lookUp(texts.tables.faults, 'nothing:known').details).toBe('nothing:known')
  }
)
