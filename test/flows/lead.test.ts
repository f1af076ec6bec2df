import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { followScannerTest } from '../../renderer/effects.ts'
import { BOARD_NAME } from '../../renderer/screens/board/board-window.ts'
import { followLeadFirst } from '../../renderer/screens/lead/at-pin.ts'
import { testCode } from '../../shared/domain/scanning/scanner-test/codes.ts'
import { deskPage } from '../support/desk-page.ts'
import { startRig, type StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/* A shift lead's PIN at a whole station: who may what, and for how long. */

const PIN = '73915264'
const page = { offset: 0, limit: 50 }

async function withLead(): Promise<StationRig> {
  const rig = await startRig({ orders: 2 })
  await rig.call('packers.save', { id: '7', name: 'Anna' })
  expect(await rig.call('lead.setPin', { packerId: '7', pin: PIN })).toBe('ok')
  return rig
}

/** Calls of each kind that is a lead's. */
const THEIRS = [
  ['settings.set', { scanBack: false }],
  ['orders.cancel', { orderId: 1 }],
  ['orders.actMany', { orderIds: [1], act: { kind: 'cancel' } }],
  ['orders.buyer', { orderId: 1 }],
  ['labels.print', { kind: 'routeSheet', orderIds: [1] }],
  ['queue.settle', { id: 'x', as: 'dropped', reason: 'not wanted' }],
  ['packers.save', { id: '8', name: 'Oleg' }],
  ['packers.printBadge', { id: '7' }],
  ['lead.setPin', { packerId: '7', pin: null }],
  ['scannerTest.apply', undefined],
  ['account.leave', undefined],
  ['account.practise', undefined],
  ['account.connect', { token: 'another’s', keep: 'thisRun' }]
] as const

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}

test('with no PIN nothing is asked', async () => {
  const rig = await startRig({ orders: 1 })
  expect(rig.view().hasLead).toBe(false)
  for (const [name, input] of THEIRS.slice(0, 8))
    expect(await rig.invoke(name, input), name).toMatchObject({ ok: true })
})

test('the station refuses what is a lead’s to every page but the one where the PIN was entered, and nothing else', async () => {
  const rig = await withLead()
  expect(rig.view().hasLead).toBe(true)
  const before = rig.view().settings
  for (const [name, input] of THEIRS) {
    expect(await rig.invoke(name, input), name).toMatchObject({ ok: false, error: { kind: 'needsLead' } })
  }
  expect(rig.view()).toMatchObject({ mode: 'live', settings: before })
  await rig.call('settings.set', { theme: 'dark', volume: 0.1 })
  await rig.call('orders.actMany', { orderIds: [1], act: { kind: 'unshelve' } })

  expect(await rig.call('lead.enter', { pin: '0000' })).toEqual({ kind: 'wrong' })
  expect(await rig.bridge.invoke('lead.enter', { pin: PIN })).toMatchObject({ value: { kind: 'in', name: 'Anna' } })
  expect(await rig.bridge.invoke('settings.set', { scanBack: false })).toMatchObject({ ok: true })
  expect(await rig.invoke('settings.set', { scanBack: true })).toMatchObject({ error: { kind: 'needsLead' } })
  rig.leavePage()
  expect(await rig.bridge.invoke('settings.set', { scanBack: true })).toMatchObject({ error: { kind: 'needsLead' } })
})

test('each act of a lead is in the history with who; the PIN stands in no file, and a new start knows it', async () => {
  const rig = await withLead()
  await rig.call('lead.enter', { pin: PIN })
  const [order] = (await rig.call('orders.list', { lives: null, supplyId: null, search: '', ...page })).rows
  await rig.call('orders.cancel', { orderId: order?.id ?? 0 })
  const lines = (await rig.call('history.list', page)).filter(({ kind }) => kind === 'leadAct')
  expect(lines[0]).toMatchObject({
    orderId: order?.id,
    facts: JSON.stringify({ act: 'orders.cancel', packer: { id: '7', name: 'Anna' } })
  })
  await rig.stop()
  const holding = filesUnder(rig.dataDirectory).filter(path => readFileSync(path).includes(PIN))
  expect(holding).toEqual([])
  await rig.start()
  expect(await rig.invoke('orders.cancel', { orderId: 1 })).toMatchObject({ error: { kind: 'needsLead' } })
  expect(await rig.call('lead.enter', { pin: PIN })).toMatchObject({ kind: 'in' })
})

test('wrong PINs make one wait, longer each time, whatever page and after a new start too', async () => {
  const rig = await withLead()
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await rig.invoke('lead.enter', { pin: '1111' })).toMatchObject({ value: { kind: 'wrong' } })
  }
  expect(await rig.bridge.invoke('lead.enter', { pin: PIN })).toMatchObject({ value: { kind: 'wait' } })
  await rig.stop()
  await rig.start()
  const answer = await rig.call('lead.enter', { pin: PIN })
  expect(answer.kind).toBe('wait')
  expect(answer.kind === 'wait' && answer.ms).toBeGreaterThan(20_000)
})

test('tries at once are looked at one by one', async () => {
  const rig = await withLead()
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) => rig.invoke('lead.enter', { pin: String(1000 + at) }))
  )
  expect(answers.filter(answer => answer.ok && (answer.value as { kind: string }).kind === 'wrong')).toHaveLength(5)
})

test('two leads can’t have one PIN; without the last one all is everybody’s again', async () => {
  const rig = await withLead()
  await rig.call('lead.enter', { pin: PIN })
  await rig.call('packers.save', { id: '8', name: 'Oleg' })
  expect(await rig.call('lead.setPin', { packerId: '8', pin: PIN })).toBe('taken')
  expect(await rig.call('lead.setPin', { packerId: '9', pin: '5555' })).toBe('noPacker')
  expect(await rig.call('packers.list')).toMatchObject([{ isLead: true }, { isLead: false }])
  expect(await rig.call('lead.setPin', { packerId: '7', pin: null })).toBe('ok')
  expect(rig.view().hasLead).toBe(false)
  expect(await rig.invoke('settings.set', { scanBack: false })).toMatchObject({ ok: true })
})

test('whoever forgot the PIN gets in with the seller’s own token, which the marketplace judges', async () => {
  const rig = await withLead()
  const token = rig.vault.token ?? ''
  expect(await rig.invoke('account.connect', { token, keep: 'thisRun' })).toMatchObject({ value: { kind: 'ok' } })
  expect(await rig.call('lead.setPin', { packerId: '7', pin: '2468' })).toBe('ok')
})

test('a supply with a doubtful code leaves by a lead’s word alone, whoever scans “yes”; the history says whose', async () => {
  const rig = await startRig({ orders: 0 })
  await rig.call('packers.save', { id: '7', name: 'Anna' })
  await rig.call('settings.set', { signIn: false })
  await rig.call('lead.setPin', { packerId: '7', pin: PIN })
  const [orderId = 0] = rig.marketplace.control.addOrders(1, { article: 'tea-ivan-100' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.pack(rig.thing(orderId))
  await rig.drained()
  rig.marketplace.control.setDecision(orderId, 'expiration', 'required')
  // Longer than the practice marketplace takes to check a code.
  rig.passTime(5000)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('the question', ({ question }) => question?.code === 'codesWarned')
  const atStage = deskPage(rig, '#/pack')
  onTestFinished(followLeadFirst(atStage, { name: '' }))
  const atBoard = deskPage(rig, '#/board')
  onTestFinished(followLeadFirst(atBoard, { name: BOARD_NAME }))
  await rig.scan('VRSTK-YES')
  expect(rig.view()).toMatchObject({
    feedback: { face: 'refused', message: { code: 'leadFirst' } },
    question: { code: 'codesWarned' }
  })
  expect(atStage.store.getState().leadAsked).not.toBeNull()
  expect(atBoard.store.getState().leadAsked).toBeNull()
  // The table moved on: nothing is asked any more.
  await rig.scan('VRSTK-ACKNOWLEDGE')
  expect(atStage.store.getState().leadAsked).toBeNull()
  await rig.scan('VRSTK-YES')
  expect(atStage.store.getState().leadAsked).not.toBeNull()
  const acts = async () => (await rig.call('history.list', page)).filter(({ kind }) => kind === 'leadAct')
  expect(await acts()).toEqual([])
  expect(await rig.call('lead.enter', { pin: PIN })).toMatchObject({ kind: 'in' })
  atStage.store.getState().leadAsked?.settle(true)
  await rig.when('the answer', ({ question }) => question?.code !== 'codesWarned')
  expect((await acts())[0]?.facts).toBe(JSON.stringify({ act: 'vouch', packer: { id: '7', name: 'Anna' } }))
})

test('what a scanned “yes” would change of a scanner’s settings asks for the PIN at the page that checks it', async () => {
  const rig = await withLead()
  const atCheck = deskPage(rig, '#/devices')
  onTestFinished(followScannerTest(atCheck))
  const type = (text: string) => {
    const keys = [...text].map(key => ({ code: '', key, shift: false, ctrl: false, alt: false, capsLock: false }))
    return rig.call('scan.keys', { id: crypto.randomUUID(), keys })
  }
  await rig.call('scannerTest.start')
  await type(`<<${testCode('digits').text}`)
  await type('VRSTK-YES')
  await until('the page asks', () => atCheck.store.getState().leadAsked !== null)
  expect(rig.view().settings.wedgeCleaning.before).toBe('')
  await rig.bridge.invoke('lead.enter', { pin: PIN })
  atCheck.store.getState().leadAsked?.settle(true)
  await rig.when('the settings', ({ settings }) => settings.wedgeCleaning.before === '<<')
  const [line] = (await rig.call('history.list', page)).filter(({ kind }) => kind === 'leadAct')
  expect(line?.facts).toBe(JSON.stringify({ act: 'scannerTest.apply', packer: { id: '7', name: 'Anna' } }))
})
