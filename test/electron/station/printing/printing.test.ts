import { expect, test } from 'vitest'
import { Core } from '../../../../electron/station/core/core.ts'
import type {
  Composed,
  DeviceState,
  LabelsPort,
  PrinterInUse,
  PrintOutcome
} from '../../../../electron/station/ports/ports.ts'
import { Printing } from '../../../../electron/station/printing/printing.ts'
import { StatusCheck } from '../../../../electron/station/marketplace/status-check.ts'
import { createStore } from '../../../../electron/store/store.ts'
import { usualPrinter } from '../../../../shared/domain/printing/printers.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { until } from '../../../support/until.ts'

const DRAWN: Composed = { kind: 'label', bytes: Uint8Array.of(1) }

/** A printer whose state and outcomes the test gives. */
function handPrinter(id: string) {
  const asked: ((outcome: PrintOutcome) => void)[] = []
  let say: (state: DeviceState) => void = () => {}
  const inUse: PrinterInUse = {
    setting: usualPrinter({ id, name: id, link: { kind: 'practice' } }),
    port: {
      name: id,
      start(onState) {
        say = onState
        onState({ kind: 'ready' })
        return () => Promise.resolve()
      },
      print: () => new Promise(resolve => asked.push(resolve))
    }
  }
  return { inUse, asked, say: (state: DeviceState) => say(state) }
}

/** The printing part over a real core and store; labels are drawn when the test says so. */
async function start() {
  const clock = createVirtualClock()
  const store = createStore({ path: ':memory:', log: quietLog })
  let ids = 0
  const newId = () => `id-${++ids}`
  const dayOf = () => ({ year: 2026, month: 1, day: 15 })
  const core = new Core({ clock, log: quietLog, store, newId, dayOf, loaded: store.load(clock.now()), lastSeq: 0 })
  const drawing: ((composed: Composed) => void)[] = []
  const labels: LabelsPort = {
    compose: () => new Promise(resolve => drawing.push(resolve)),
    commandPages: () => 1,
    commandsOn: () => [],
    picture: () => Promise.resolve(''),
    close: () => Promise.resolve()
  }
  const statusCheck = new StatusCheck(clock, () => Promise.resolve())
  const printing = new Printing({ core, store, labels, clock, log: quietLog, statusCheck, onState: () => {} })
  core.onDecision(() => printing.kick())
  const [main, side] = [handPrinter('1'), handPrinter('2')]
  core.dispatch({
    kind: 'settings',
    settings: {
      ...core.bench.settings,
      printers: [main.inUse.setting, side.inUse.setting],
      routes: { badge: { printerId: '1', fallbackId: '2' } }
    }
  })
  await printing.use([main.inUse, side.inUse])
  const badge = () =>
    core.dispatch({
      kind: 'printOwn',
      sources: [{ kind: 'own', label: { kind: 'badge', packerId: '1', name: 'Anna' } }]
    })
  const states = () => [...core.bench.jobs.values()].map(({ state }) => state.kind)
  return { clock, core, printing, drawing, main, side, badge, states }
}

test('a label that is called back while it is being drawn does not print', async () => {
  const { core, drawing, main, badge, states } = await start()
  badge()
  await until('it is being drawn', () => drawing.length === 1)
  const [job] = core.bench.jobs.values()
  core.dispatch({ kind: 'labelsExpired', jobIds: [job?.id ?? ''] })
  drawing[0]?.(DRAWN)
  badge()
  await until('the next one', () => drawing.length === 2)
  drawing[1]?.(DRAWN)
  await until('it is with the printer', () => main.asked.length === 1)
  expect(states()).toEqual(['failed', 'sending'])
})

test('what can not be drawn fails and says why; the next label prints', async () => {
  const { core, drawing, main, badge } = await start()
  badge()
  badge()
  await until('the first', () => drawing.length === 1)
  drawing[0]?.({ kind: 'impossible', why: 'tooWide' })
  await until('the second', () => drawing.length === 2)
  expect([...core.bench.jobs.values()][0]?.state).toMatchObject({ kind: 'failed', why: 'tooWide' })
  drawing[1]?.(DRAWN)
  await until('it is with the printer', () => main.asked.length === 1)
})

test('a label in a printer that fails is never handed to the stand-in, the ones behind it are', async () => {
  const { clock, drawing, main, side, badge, states } = await start()
  badge()
  badge()
  await until('the first', () => drawing.length === 1)
  drawing[0]?.(DRAWN)
  await until('it is with the printer', () => main.asked.length === 1)
  main.say({ kind: 'fault', fault: 'paperOut' })
  await clock.advance(9000)
  expect(drawing).toHaveLength(1)
  await clock.advance(3000)
  main.say({ kind: 'fault', fault: 'headOpen' })
  await until('the second is drawn for the stand-in', () => drawing.length === 2)
  drawing[1]?.(DRAWN)
  await until('it is there', () => side.asked.length === 1)
  expect(states()).toEqual(['sending', 'sending'])
  main.asked[0]?.({ kind: 'confirmed' })
  side.asked[0]?.({ kind: 'confirmed' })
  await until('both are out', () => states().every(state => state === 'confirmed'))
  expect([main.asked.length, side.asked.length]).toEqual([1, 1])
})

test('a printer that is taken away ends its label first, and its waiting ones go to the next that can print them', async () => {
  const { printing, drawing, main, side, core, badge, states } = await start()
  badge()
  badge()
  await until('the first', () => drawing.length === 1)
  drawing[0]?.(DRAWN)
  await until('it is with the printer', () => main.asked.length === 1)
  const { settings } = core.bench
  core.dispatch({ kind: 'settings', settings: { ...settings, printers: [side.inUse.setting] } })
  const used = printing.use([side.inUse])
  main.asked[0]?.({ kind: 'confirmed' })
  await used
  await until('the second', () => drawing.length === 2)
  drawing[1]?.(DRAWN)
  await until('it is there', () => side.asked.length === 1)
  expect(states()).toEqual(['confirmed', 'sending'])
})
