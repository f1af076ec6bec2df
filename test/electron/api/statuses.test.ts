import { expect, test } from 'vitest'
import { allOperations, operations } from '../../../electron/api/operations.ts'
import type { Operation } from '../../../electron/api/operations/operation.ts'
import type { Outcome } from '../../../electron/api/wire/transport.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { everyCall } from './all-calls.ts'
import { letRun } from './practice.ts'

const business = (code: string) => JSON.stringify({ code, message: 'no' })
const gateway = JSON.stringify({ title: 'unauthorized', detail: 'token problem', code: '07e4', requestId: '7b' })

/** What every call makes of a status that the documents list, whichever method it is. */
test.each([
  [400, business('IncorrectParameter'), { kind: 'refused', code: 'IncorrectParameter' }],
  [401, gateway, { kind: 'blocked', why: 'tokenRefused' }],
  [402, gateway, { kind: 'blocked', why: 'payment' }],
  [403, business('AccessDenied'), { kind: 'refused', code: 'AccessDenied' }],
  [409, business('FailedToUpdateMeta'), { kind: 'refused', code: 'FailedToUpdateMeta' }],
  [429, JSON.stringify({ title: 'too many requests', detail: '' }), { kind: 'retry', why: 'limited' }]
] as const)('%i is the same to every call', async (status, text, failure) => {
  const outcome: Outcome = { kind: 'answer', status, headers: {}, text }
  for (const edition of ['seed', 'successor'] as const) {
    const { asked, written, clock } = everyCall(
      { exchange: async () => outcome, close: async () => {} },
      edition,
      quietLog
    )
    for (const [place, call] of [...asked, ...written].entries()) {
      const reply = await letRun(clock, call(), 60_000)
      // A write to several orders gives each its own refusal; a method of the other edition was not asked at all; one
      // that not every account is offered says so where its path is not there.
      const isOwn = reply.kind === 'ok' || /"(NotInEdition|NotOffered)"/.test(JSON.stringify(reply))
      const own = isOwn ? null : reply
      if (own === null)
        expect([place, [400, 403, 404, 409].includes(status) || edition === 'seed']).toEqual([place, true])
      else expect([place, own]).toMatchObject([place, failure])
    }
  }
})

test('every write names the reads that show whether it happened, in its own edition', () => {
  const table = new Map<string, Operation>(Object.entries(operations))
  for (const { name, effect, edition, lookedUpBy } of allOperations) {
    expect([name, lookedUpBy === undefined]).toEqual([name, effect === 'read'])
    for (const read of lookedUpBy ?? []) {
      const found = table.get(read)
      expect([name, read, found?.effect]).toEqual([name, read, 'read'])
      const fits = edition === 'both' || found?.edition === 'both' || found?.edition === edition
      expect([name, read, fits]).toEqual([name, read, true])
    }
  }
})
