import { expect, onTestFinished, test } from 'vitest'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { TEST_CODE_IDS, testCode, type TestCodeId } from '../../shared/domain/scanning/scanner-test/codes.ts'
import type { View } from '../../shared/view/view.ts'
import { createPtyCable, type PtyCable } from '../support/pty.ts'
import { startRig, type StationRig } from '../support/station-rig.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (id: TestCodeId) => testCode(id).text

interface Table {
  readonly rig: StationRig
  readonly cable: PtyCable
  /** Sends bytes over the line; settles with the first view whose last reading is as wanted. */
  read(sent: string, what: string, wanted: (last: NonNullable<Last>) => boolean): Promise<NonNullable<Last>>
}

type Last = NonNullable<View['scannerTest']>['last']

async function startTable(scanner: object = {}): Promise<Table> {
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const rig = await startRig({
    orders: 0,
    settings: { scanners: [{ kind: 'serial', name: 'left hand', path: cable.path, ...scanner }] }
  })
  await rig.when('the scanner', ({ scanners }) => scanners[0]?.state === 'ready')
  return {
    rig,
    cable,
    async read(sent, what, wanted) {
      await cable.send(bytes(sent))
      const view = await rig.when(what, ({ scannerTest }) => {
        const last = scannerTest?.last ?? null
        return last !== null && wanted(last)
      })
      const last = view.scannerTest?.last
      if (!last) throw new Error('no reading')
      return last
    }
  }
}

const kinds = (last: NonNullable<Last>) => last.findings.map(({ finding }) => finding.kind)

test('the four codes over a line: all fine, none reaches the packing table', async () => {
  const { rig, read } = await startTable()
  await rig.call('scannerTest.start')
  expect(rig.view().scannerTest).toEqual({ shown: 'digits', scanner: null, awaitsLead: false, results: [], last: null })
  for (const [index, id] of TEST_CODE_IDS.entries()) {
    const last = await read(`${text(id)}\r`, `${id} read`, ({ code }) => code === id)
    expect(kinds(last)).toEqual(['ok'])
    expect(rig.view().scannerTest?.shown).toBe(TEST_CODE_IDS[index + 1] ?? id)
  }
  expect(rig.view().scannerTest).toMatchObject({
    scanner: 'left hand',
    results: TEST_CODE_IDS.map(code => ({ code, isFine: true }))
  })
  expect(rig.view().notes).toEqual([])
})

test('a scanner that adds a prefix and replaces GS is mended by scanning “yes”, and codes are right at the table after', async () => {
  const { rig, cable, read } = await startTable()
  await rig.call('scannerTest.start')
  const habit = (code: string) => `<<${code.replaceAll('\u001d', '-')}\r`
  const faulty = await read(habit(text('marking')), 'the fault', ({ code }) => code === 'marking')
  expect(faulty.findings).toEqual([
    { finding: { kind: 'gsReplaced', by: '-', undone: false }, mends: true },
    { finding: { kind: 'foreignPrefix', text: '<<' }, mends: true }
  ])
  await cable.send(bytes(habit(commandBarcode('yes'))))
  await rig.when('the settings', ({ settings }) => settings.scanners[0]?.cleaning.before === '<<')
  expect(rig.view().settings.scanners[0]?.cleaning).toEqual({ before: '<<', after: '', gs: '-' })
  await rig.when('the scanner again', ({ scanners }) => scanners[0]?.state === 'ready')
  expect(kinds(await read(habit(text('marking')), 'the code', ({ code }) => code === 'marking'))).toEqual(['ok'])
  await cable.send(bytes(habit(commandBarcode('acknowledge'))))
  await rig.when('the end', ({ scannerTest }) => scannerTest === null)
  expect(rig.view().notes).toEqual([])
  await cable.send(bytes(habit(text('marking'))))
  const { notes } = await rig.when('the scan at the table', view => view.notes.length > 0)
  expect(notes[0]?.text).toBe(text('marking').replaceAll('\u001d', '␝'))
})

test('a suffix other than the one in the settings is named, and set', async () => {
  const { rig, read } = await startTable({ suffix: 'etx' })
  await rig.call('scannerTest.start')
  const last = await read(`${text('digits')}\t`, 'the fault', ({ code }) => code === 'digits')
  expect(last.findings).toEqual([{ finding: { kind: 'noSuffix', seen: 'tab' }, mends: true }])
  await rig.call('scannerTest.apply')
  await rig.when('the scanner again', ({ settings, scanners }) => {
    const scanner = settings.scanners[0]
    return scanner?.kind === 'serial' && scanner.suffix === 'tab' && scanners[0]?.state === 'ready'
  })
  expect(kinds(await read(`${text('digits')}\t`, 'the code', ({ code }) => code === 'digits'))).toEqual(['ok'])
})

test('a scan that a stalling link breaks in two is put together', async () => {
  const { rig, cable, read } = await startTable()
  await rig.call('scannerTest.start')
  const [first, second] = [text('long').slice(0, 50), text('long').slice(50)]
  await cable.send(bytes(first))
  await rig.when('the first half', ({ scannerTest }) => scannerTest !== null && scannerTest.last !== null)
  const last = await read(`${second}\r`, 'the code', ({ findings }) => findings[0]?.finding.kind === 'split')
  expect(last).toMatchObject({ code: 'long', findings: [{ finding: { kind: 'split', suffix: 'cr' }, mends: true }] })
})

test('codes are shown by choice, and after the test scans belong to the table', async () => {
  const { rig } = await startTable()
  await rig.call('scannerTest.show', { code: 'long' })
  expect(rig.view().scannerTest).toBeNull()
  await rig.call('scannerTest.start')
  await rig.call('scannerTest.show', { code: 'long' })
  await rig.call('scannerTest.next')
  expect(rig.view().scannerTest?.shown).toBe('digits')
  await rig.scan('4006381333931')
  expect(rig.view().scannerTest?.last).toMatchObject({ code: null, findings: [{ finding: { kind: 'notThisCode' } }] })
  await rig.call('scannerTest.stop')
  await rig.scan('4006381333931')
  expect(rig.view().notes).toHaveLength(1)
})

test('two packers’ scanners may read the same barcode at the same moment: each counts, a trembling hand’s second does not', async () => {
  const [left, right] = [await createPtyCable(), await createPtyCable()]
  onTestFinished(() => Promise.all([left.close(), right.close()]).then(() => undefined))
  const scanners = [
    { kind: 'serial', name: 'left', path: left.path } as const,
    { kind: 'serial', name: 'right', path: right.path } as const
  ]
  const rig = await startRig({ orders: 0, settings: { repeatMs: 5000, scanners } })
  await rig.when('both', view => view.scanners.length === 2 && view.scanners.every(({ state }) => state === 'ready'))
  await left.send(bytes('4006381333931\r4006381333931\r'))
  await rig.when('the first', view => view.notes.length === 1)
  await right.send(bytes('4006381333931\r4006381333931\r2222222222222\r'))
  const { notes } = await rig.when('the last', view => view.notes[0]?.text === '2222222222222')
  expect(notes.map(({ text }) => text)).toEqual(['2222222222222', '4006381333931', '4006381333931'])
})
