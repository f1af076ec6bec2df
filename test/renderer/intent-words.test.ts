import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { intentStateWords } from '../../renderer/screens/queue/intent-words.ts'
import type { QueueRow } from '../../shared/contract/contract.ts'
import type { IntentBody } from '../../shared/domain/intents.ts'

const texts = makeTexts('ru')

function refused(body: IntentBody): ReturnType<typeof intentStateWords> {
  const row: QueueRow = {
    id: '1',
    body,
    state: { kind: 'refused', code: 'InvalidWBCode', message: 'bad code', at: 0 },
    bornAt: 0,
    nextAt: null,
    isBehind: false,
    limitGroup: 'dbsReceive',
    packer: null
  }
  return intentStateWords(texts, row)
}

test('a hand-over that was refused says so in the page’s words, the marketplace’s own under details', () => {
  const body = { kind: 'handOver', scheme: 'dbs', orderId: 13_833_001, outcome: 'receive', code: null } as const
  const { title, remedy, details } = refused(body)
  expect(title).toBe('Выдачу не приняли')
  expect(remedy).toContain('проверьте код')
  expect(details).toBe('InvalidWBCode · bad code')
})

test('any other change that was refused is named, not spelled as a program does', () => {
  const { details } = refused({ kind: 'cancel', scheme: 'dbs', orderIds: [1] })
  expect(details).toBe('Отменить заказы · InvalidWBCode · bad code')
})
