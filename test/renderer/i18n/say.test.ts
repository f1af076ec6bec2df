import { expect, test } from 'vitest'
import { makeTexts } from '../../../renderer/i18n/index.ts'
import { answerName, codeName } from '../../../renderer/i18n/say.ts'
import { commandBarcode, reprintReasonBarcode, shelfReasonBarcode } from '../../../shared/domain/scanning/commands.ts'
import { answersBeside } from '../../../shared/view/answers.ts'

const texts = makeTexts('en')
const { reprintReasons, shelfReasons, commands } = texts.names
const no = { code: 'no', barcode: commandBarcode('no') } as const
const yes = { code: 'yes', barcode: commandBarcode('yes') } as const

test('reasons of one name are told apart by their barcodes, whatever the stage says meanwhile', () => {
  const reprint = { code: 'damaged', barcode: reprintReasonBarcode('damaged') } as const
  const shelf = { code: 'damaged', barcode: shelfReasonBarcode('damaged') } as const
  expect(answerName(texts, reprint, [reprint, no])).toBe(reprintReasons.damaged)
  expect(answerName(texts, shelf, [shelf, no])).toBe(shelfReasons.damaged)
  expect(codeName(texts, reprint.barcode)).toBe(reprintReasons.damaged)
  expect(reprintReasons.damaged).not.toBe(shelfReasons.damaged)
})

test('“no” among reasons is a way out, beside “yes” an answer', () => {
  const reason = { code: 'lost', barcode: reprintReasonBarcode('lost') } as const
  expect(answerName(texts, no, [reason, no])).toBe(texts.words.stage.neverMind)
  expect(answerName(texts, no, [yes, no])).toBe(commands.no)
})

test('the code that takes a packed order back says so, the one that stops a print run stops it', () => {
  const ru = makeTexts('ru')
  const reopen = answersBeside({ code: 'alreadyPacked', orderId: 1, at: null, canReopen: true })
  const stop = answersBeside({ code: 'wavePrinting', labels: 2, missing: 0 })
  expect([...reopen, ...stop].map(answer => answerName(ru, answer, [answer]))).toEqual([
    'Вернуть на стол',
    'Остановить'
  ])
})

test('a text that is no code of ours stays as it is', () => {
  expect(codeName(texts, '4600020264671')).toBe('4600020264671')
  expect(codeName(texts, 'toString')).toBe('toString')
})

test('a supply that "yes" opens is named on its answer', () => {
  const texts = makeTexts('ru')
  const open = { code: 'yes', barcode: commandBarcode('yes'), name: 'Verstak · 3f9a1c' } as const
  expect(answerName(texts, open, [open])).toBe('Открыть Verstak · 3f9a1c')
})

test('a command for a round is called what it does to a round', () => {
  const ru = makeTexts('ru')
  expect(codeName(ru, 'VRSTK-NEW-SUPPLY')).toBe('Новая поставка')
  expect(codeName(ru, 'VRSTK-NEW-SUPPLY', 'pickup')).toBe('Новая подборка: самовывоз')
  expect(codeName(ru, 'VRSTK-SUPPLY-DONE', 'dbs')).toBe('Отдать курьеру')
})
