import { expect, onTestFinished, test } from 'vitest'
import { META_KEYS } from '../../shared/domain/orders/orders.ts'
import type { View } from '../../shared/view/view.ts'
import { codeOf, labelText } from '../support/packer.ts'
import { createPtyCable } from '../support/pty.ts'
import { makePracticeToken } from '../../electron/practice/marketplace/http/token.ts'
import { startRig } from '../support/station-rig.ts'
import { overruns, repeatedWrites, writesOf } from '../support/write-log.ts'

test('a shift: every kind of order is packed by a serial scanner and a network printer', async () => {
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const scanners = [{ kind: 'serial', name: 'left hand', path: cable.path }] as const
  // A token that reads no product cards: a code of another GTIN asks.
  const token = makePracticeToken(11, Date.now(), { content: false })
  const rig = await startRig({ token, settings: { scanners: [...scanners] } })
  const scanner = await rig.when('the scanner is ready', ({ scanners }) => scanners[0]?.state === 'ready')
  expect(scanner.scanners[0]?.name).toBe('left hand')
  const questions: string[] = []
  const by = {
    async scan(text: string) {
      const before = rig.view().notes[0]?.id
      await cable.send(new TextEncoder().encode(`${text}\r`))
      return rig.when(`an answer to ${text}`, ({ notes }) => notes[0]?.id !== before)
    },
    answer({ order }: View) {
      questions.push(order?.article ?? '')
      return 'VRSTK-YES'
    }
  }

  const opened = await by.scan('VRSTK-NEW-SUPPLY')
  expect(opened.feedback.message).toMatchObject({ code: 'supplyOpened' })
  const rows = await rig.ordersOf(opened.batch?.id ?? '')
  const unitOf = new Map<number, number>()
  for (const { id } of rows) unitOf.set(await rig.pack(rig.thing(id), by), id)
  await rig.drained()

  expect([...unitOf.keys()].toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  // A seller's own barcode never matches the GTIN in the marking code: somebody vouches for it, once a product.
  expect(questions).toEqual(['jeans-straight-32'])
  const orders = rig.marketplace.control.state().orders.filter(({ id }) => unitOf.has(id))
  for (const { id, article, requiredMeta, meta } of orders) {
    const unit = rig.thing(unitOf.get(id) ?? 0)
    const keys = META_KEYS.filter(key => requiredMeta.includes(key))
    expect(meta, article).toEqual(Object.fromEntries(keys.map(key => [key, [codeOf(unit, key)]])))
  }
  const kinds = new Set(orders.map(({ requiredMeta }) => requiredMeta.join('+')))
  expect(kinds).toEqual(new Set(['', 'sgtin', 'imei', 'uin', 'gtin', 'expiration', 'sgtin+expiration']))
  expect(rig.printer.labels.map(labelText).toSorted()).toEqual(orders.map(({ sticker }) => sticker.barcode).toSorted())
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
  expect(overruns(rig.marketplace.control)).toEqual([])
  expect(rig.view().packedToday).toBe(rows.length)
  expect(rig.errors()).toEqual([])
})
