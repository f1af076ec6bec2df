import type { ProblemTexts } from '../texts.ts'
import { makeFormat } from '../format.ts'

const format = makeFormat('ru')
const digits = (count: number) => format.count(count, { one: 'цифра', few: 'цифры', other: 'цифр' })
const characters = (count: number) => format.count(count, { one: 'знак', few: 'знака', other: 'знаков' })
const days = (count: number) => format.count(count, { one: 'день', few: 'дня', other: 'дней' })
const WHOLE = 'Отсканируйте квадратный код «Честный знак» ещё раз'

/** What is wrong with a code, and what to do. */
export const problemsRu: ProblemTexts = {
  markingStructure: () => ({ title: 'Это не код маркировки', remedy: 'Нужен квадратный код «Честный знак»' }),
  markingNoGs: () => ({
    title: 'Сканер теряет часть кода',
    remedy: 'Нет разделителя GS. Включите в сканере передачу GS (FNC1) и повторите'
  }),
  markingNoCrypto: () => ({
    title: 'Код маркировки не целиком',
    remedy: 'Нет последней части. Отсканируйте квадратный код, не цифры под ним'
  }),
  markingTail: () => ({ title: 'Код маркировки повреждён', remedy: WHOLE }),
  markingCyrillic: ({ char }) => ({
    title: `В коде русская буква «${char}»`,
    remedy: 'Сканер печатает по-русски. Включите английскую раскладку в его настройках'
  }),
  markingNotAscii: () => ({ title: 'В коде посторонний знак', remedy: WHOLE }),
  markingLength: ({ length, minimum, maximum }) => ({
    title: length < minimum ? 'Код маркировки короткий' : 'Код маркировки длинный',
    remedy: `${characters(length)}, бывает от ${minimum} до ${maximum}. Отсканируйте один код, целиком`
  }),
  markingGtinCheckDigit: () => ({ title: 'Код маркировки прочитан неверно', remedy: WHOLE }),
  imeiLength: ({ length }) => ({
    title: `IMEI: ${digits(length)}`,
    remedy: 'Нужно 15. Отсканируйте код с подписью IMEI'
  }),
  imeiNotDigits: () => ({ title: 'В IMEI не только цифры', remedy: 'Отсканируйте код с подписью IMEI на коробке' }),
  imeiLuhn: () => ({ title: 'IMEI прочитан неверно', remedy: 'Отсканируйте его ещё раз, ближе и ровнее' }),
  uinLength: ({ length }) => ({
    title: `УИН: ${digits(length)}`,
    remedy: 'Нужно 16. Отсканируйте код на бирке изделия'
  }),
  uinNotDigits: () => ({ title: 'В УИН не только цифры', remedy: 'Отсканируйте код на бирке изделия' }),
  gtinLength: ({ length }) => ({
    title: `GTIN: ${digits(length)}`,
    remedy: 'Нужно 13. Отсканируйте штрихкод на упаковке'
  }),
  gtinNotDigits: () => ({ title: 'В GTIN не только цифры', remedy: 'Отсканируйте штрихкод на упаковке' }),
  gtinCheckDigit: ({ expected }) => ({
    title: 'GTIN прочитан неверно',
    remedy: `Последняя цифра должна быть ${expected}. Отсканируйте ещё раз`
  }),
  expirationFormat: () => ({ title: 'Это не дата', remedy: 'F7, дата вида 31.12.2027, Enter' }),
  expirationNoSuchDay: () => ({ title: 'Такого дня нет', remedy: 'Посмотрите на упаковку и введите дату ещё раз' }),
  expirationTooSoon: ({ days: left, minimum }) => ({
    title: left < 0 ? 'Срок годности вышел' : 'Срок годности мал',
    remedy: `${left < 0 ? '' : `Осталось: ${days(left)}. `}Нужно не меньше ${minimum} дней. Возьмите товар посвежее`
  }),
  declarationLength: ({ length, minimum, maximum }) => ({
    title: length < minimum ? 'Номер ДТ короткий' : 'Номер ДТ длинный',
    remedy: `${characters(length)}, бывает от ${minimum} до ${maximum}. Введите номер целиком: F7`
  }),
  declarationFormat: () => ({
    title: 'Это не номер декларации',
    remedy: 'F7, номер вида 10704010/010624/0000302, Enter'
  }),
  noSuchCountry: () => ({
    title: 'Это не код страны',
    remedy: 'Три цифры по ОКСМ: 156 — Китай, 792 — Турция. F7, код, Enter'
  })
}
