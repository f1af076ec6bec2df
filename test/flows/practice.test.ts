import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { compose } from '../../electron/compose.ts'
import { callStation, hostFor } from '../support/station-calls.ts'
import { until } from '../support/until.ts'

test.each([203, 300] as const)('in practice a sticker of a %d dpi printer can be scanned back', async dpi => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'verstak-practice-'))
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }))
  const host = hostFor({ dataDirectory, marketplaceUrl: '', vault: { token: null } })
  const { api, close } = await compose({ host, practice: true, heap: { fbs: 30, dbs: 0, pickup: 0 } })
  onTestFinished(close)
  const { settings } = await callStation(api, 'view.get', undefined)
  const printers = settings.printers.map(printer => ({ ...printer, dpi }))
  await callStation(api, 'settings.set', { printers, repeatMs: 0 })
  const fresh = async () => (await callStation(api, 'view.get', undefined)).counts.fresh
  await until('the orders', async () => (await fresh()) === 30)
  await callStation(api, 'scan.typed', { text: 'VRSTK-NEW-SUPPLY' })
  // The first supply is asked where it goes: the barcodes on the stage are scanned, or pressed.
  const point = await until('a shipping point', async () => {
    const { answers } = await callStation(api, 'view.get', undefined)
    return answers.find(({ code }) => code === 'shippingPoint')
  })
  await callStation(api, 'scan.typed', { text: point.barcode })
  const things = await callStation(api, 'practice.things', undefined)
  const mug = things.find(({ article }) => article === 'mug-enamel-350')
  const view = await until('the mug on the table', async () => {
    await callStation(api, 'practice.show', { text: mug?.codes[0]?.text ?? '' })
    const shown = await callStation(api, 'view.get', undefined)
    return shown.order === null ? null : shown
  })
  const label = await until('the label', async () => (await callStation(api, 'practice.labels', undefined))[0])
  const { sticker } = (await callStation(api, 'view.get', undefined)).order ?? view.order ?? {}
  expect(label.text).toBe(sticker?.barcode)
  await callStation(api, 'practice.show', { text: label.text ?? '' })
  await until('it is packed', async () => {
    const { feedback } = await callStation(api, 'view.get', undefined)
    return feedback.message.code === 'packed'
  })
})

test('a practice begins with a heap of three schemes: an express delivery, one to a pickup point, each with its window', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'verstak-practice-'))
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }))
  const host = hostFor({ dataDirectory, marketplaceUrl: '', vault: { token: null } })
  const { api, close } = await compose({ host, practice: true })
  onTestFinished(close)
  const all = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 }
  const rows = await until('the orders', async () => {
    const page = await callStation(api, 'orders.list', all)
    return page.total === 40 ? page.rows : null
  })
  const schemes = rows.map(({ scheme }) => scheme)
  const kinds = Map.groupBy(schemes, ({ kind }) => kind)
  expect([...kinds].map(([kind, list]) => [kind, list.length])).toEqual(
    expect.arrayContaining([
      ['fbs', 30],
      ['dbs', 5],
      ['pickup', 5]
    ])
  )
  const dbs = schemes.flatMap(scheme => (scheme.kind === 'dbs' ? [scheme] : []))
  expect(dbs.filter(({ deliveryType }) => deliveryType === 'edbs')).toHaveLength(1)
  expect(dbs.some(({ deliveryType }) => deliveryType === 'dbsPickupPoint')).toBe(true)
  for (const { slot } of dbs) {
    expect(slot).toEqual({
      date: expect.stringMatching(/^\d\d\.\d\d\.\d{4}$/),
      from: expect.stringMatching(/^\d\d:00$/),
      to: expect.stringMatching(/^\d\d:00$/)
    })
  }
})
