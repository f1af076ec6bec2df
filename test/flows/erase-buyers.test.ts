import Sqlite from 'better-sqlite3'
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { backUpNow } from '../../electron/store/backups.ts'
import { migrations } from '../../electron/store/migrations/all.ts'
import type { StationRig } from '../support/station-rig.ts'
import { claimAll, leaveRound, meetBuyer, newOrders, schemeRig, statusesOf } from '../support/scheme-rig.ts'
import { until } from '../support/until.ts'

const MUG = 'mug-enamel-350'
const PAGE = { offset: 0, limit: 200 }

function filesOf(rig: StationRig): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(rig.dataDirectory, { recursive: true, encoding: 'utf8' })
    .map(name => join(rig.dataDirectory, name))
    .filter(path => statSync(path).isFile())
    .map(path => ({ path, bytes: readFileSync(path) }))
}

function databaseOf(rig: StationRig): string {
  const found = filesOf(rig).find(({ path }) => path.endsWith('verstak.sqlite'))
  if (found === undefined) throw new Error('no database')
  return found.path
}

/** What is kept of buyers, as it lies there: nobody without the token's key reads it. */
function sealedIn(path: string): readonly Buffer[] {
  const database = new Sqlite(path, { readonly: true })
  const rows = ['buyers', 'buyer_codes', 'buyer_comments'].flatMap(table =>
    database.prepare(`SELECT sealed FROM ${table}`).pluck().all()
  )
  database.close()
  return z.array(z.instanceof(Buffer)).parse(rows)
}

/** The files in which any of these texts is left. */
function holding(rig: StationRig, sealed: readonly Buffer[]): readonly string[] {
  return filesOf(rig).flatMap(({ path, bytes }) => (sealed.some(one => bytes.includes(one)) ? [path] : []))
}

async function commentsOf(rig: StationRig): Promise<readonly string[]> {
  const { rows } = await rig.call('orders.list', { lives: null, supplyId: null, search: '', ...PAGE })
  return rows.flatMap(({ comment }) => comment || [])
}

test('what is kept of buyers is erased on demand, from the database and its copies, with a report; nothing of it is left in any file', async () => {
  const rig = await schemeRig('successor', { orders: 30 })
  const ids = await newOrders(rig, 'dbs', MUG, MUG, MUG)
  await claimAll(rig, ids)
  await until('the assembly', () => statusesOf(rig, ids).every(status => status === 'confirm'))
  await rig.drained()
  for (const id of ids) await rig.pack(rig.thing(id))
  await leaveRound(rig)
  await until('the courier', () => statusesOf(rig, ids).every(status => status === 'deliver'))
  const [done = 0, atTheDoor = 0, onTheWay = 0] = ids
  await meetBuyer(rig, done, 'receive')
  await rig.drained()
  const buyer = await rig.call('orders.buyer', { orderId: onTheWay })
  await rig.call('packers.save', { id: '7', name: 'Anna' })
  await rig.scan('VRSTK-P-7')
  await rig.network.cut()
  await meetBuyer(rig, atTheDoor, 'receive')
  const comments = await commentsOf(rig)
  expect(comments.length).toBeGreaterThan(0)

  const database = databaseOf(rig)
  backUpNow(database, Date.now(), migrations.length)
  const [copy = ''] = filesOf(rig).flatMap(({ path }) => (path.endsWith('.backup') ? [path] : []))
  copyFileSync(copy, `${database}.v3.backup`)
  copyFileSync(copy, `${database}.damaged-5`)
  const first = sealedIn(database)
  expect(holding(rig, first).length).toBeGreaterThanOrEqual(4)

  // Of orders that are over nothing is left anyway, and the open ones keep theirs.
  const none = { contacts: 0, codes: 0, comments: 0 }
  const all = { contacts: 2, codes: 1, comments: comments.length }
  expect(await rig.call('buyers.kept')).toEqual({ over: none, all })
  expect(await rig.call('buyers.erase', { of: 'over' })).toMatchObject({ ...none, copies: 0 })
  // An order that is written again meanwhile is sealed anew.
  const sealed = [...first, ...sealedIn(database)]
  expect(sealed).toHaveLength(2 * first.length)
  expect(await commentsOf(rig)).toEqual(comments)

  expect(await rig.call('buyers.erase', { of: 'all' })).toEqual({
    ...all,
    copies: 3,
    packer: 'Anna',
    at: expect.closeTo(Date.now(), -5)
  })
  expect(holding(rig, sealed)).toEqual([])
  expect(await rig.call('buyers.kept')).toEqual({ over: none, all: none })
  expect(await commentsOf(rig)).toEqual([])
  expect(await rig.call('orders.buyer', { orderId: onTheWay })).toBeNull()
  const history = await rig.call('history.list', PAGE)
  expect(
    history
      .filter(({ kind }) => /erase/i.test(kind))
      .map(({ kind, packer, facts }) => [kind, packer, JSON.parse(facts)])
  ).toEqual([
    ['copiesErased', 'Anna', { copies: 3 }],
    ['eraseBuyers', 'Anna', { of: 'all', counts: all }],
    ['copiesErased', 'Anna', { copies: 0 }],
    ['eraseBuyers', 'Anna', { of: 'over', counts: none }]
  ])

  // The hand-over that waited does not know the code any more: the buyer is asked once more. The rest is told again to whoever asks.
  await rig.network.mend()
  await rig.call('queue.retry', { id: '' })
  await until('the code asked for again', async () => (await rig.call('handovers.refused')).length === 1)
  expect(await rig.call('handovers.refused')).toMatchObject([{ orderId: atTheDoor }])
  expect(await rig.call('orders.buyer', { orderId: onTheWay })).toEqual({ ...buyer, address: null })
  await rig.stop()
  expect(holding(rig, sealed)).toEqual([])
})
