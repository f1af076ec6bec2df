import type { Message } from '../../../shared/domain/messages.ts'
import { codeWords, printRemedy, shelfWhy, shortList } from '../say.ts'
import type { Format } from '../format.ts'
import type { Phrase } from '../phrase.ts'
import type { Refusals } from '../texts.ts'
import { ago } from '../ago.ts'
import { batchStem } from './batch-stem.ts'
import { namesRu } from './names.ts'
import { problemsRu } from './problems.ts'
import { tablesRu } from './tables.ts'
import { verdictsRu } from './verdicts.ts'
import { wordsRu } from './words.ts'

const WRONG_KINDS = {
  supply: { title: 'Это QR поставки', remedy: 'Здесь нужен товар. Поставку откройте на экране «Поставки»' },
  box: { title: 'Это код короба', remedy: 'Здесь нужен товар: его штрихкод на упаковке' },
  pickupCode: { title: 'Это код выдачи покупателю', remedy: 'Здесь нужен товар. Выдавать — на экране «Выдача»' }
} as const

const KINDS = {
  scheme: 'FBS, DBS и самовывоз собирают отдельно. Выберите что-то одно',
  cargoType: 'В поставке один тип груза. Выберите заказы одного типа',
  warehouse: 'В поставке один склад. Выберите заказы с одного склада',
  border: 'Заказы за границу едут отдельно от остальных. Выберите одни или другие',
  b2b: 'Заказы компаний едут отдельно от заказов покупателей. Выберите одни или другие'
} as const

/** What a refused scan says to a Russian packer: what is so, and what to do. */
export function refusalsRu(format: Format): Refusals {
  const order = format.orderId
  const reasons = { names: namesRu, verdicts: verdictsRu, words: wordsRu(format) }
  return {
    notFound: ({ text }) => ({
      title: 'Такого товара нет в заказах',
      remedy: 'Проверьте, тот ли штрихкод: нужен код товара, не короба',
      details: text
    }),
    noSupply: ({ isClosed, scheme }) =>
      isClosed === true
        ? { title: `Эта ${batchStem(scheme)}а уже закрыта`, remedy: 'Выберите открытую на экране «Поставки»' }
        : { title: 'Ничего не открыто', remedy: 'Отсканируйте код на экране и пакуйте дальше' },
    itemFirst: () => ({
      title: 'Сначала отсканируйте товар',
      remedy: 'Потом код: так мы узнаем, чей он'
    }),
    printFailed: ({ orderId, why }) => ({
      title: 'Стикер не напечатан',
      remedy: `${orderId === null ? '' : `Заказ ${order(orderId)}. `}${printRemedy(tablesRu.faults, why) ?? 'Посмотрите на принтер и нажмите F3'}`,
      details: why.split(':')[1] ?? why
    }),
    alreadyPacked: ({ orderId, at, justNow, canReopen }, now) =>
      justNow === undefined
        ? {
            title: 'Уже упакован',
            remedy: `Заказ ${order(orderId)}${at === null ? '' : `, ${ago(format, at, now)}`}. ${canReopen === true ? 'Всё верно — отложите. Вернуть на стол — отмените шаг' : 'Отложите, возьмите другой товар'}`
          }
        : { title: `${justNow} уже готов`, remedy: 'С ним всё в порядке. Возьмите следующий товар' },
    orderCancelled: ({ orderId, partB }) => ({
      title: 'Заказ отменён',
      remedy:
        partB === undefined
          ? `${order(orderId)} не отправляем. Верните товар на полку`
          : `Выньте посылку ${partB} и отсканируйте её стикер. Заказ ${order(orderId)} не отправляем`
    }),
    ordersCancelled: ({ orderIds, partBs }) => ({
      title: `${format.plural(orderIds.length, { one: 'Отменён', other: 'Отменены' })} ${format.count(orderIds.length, { one: 'заказ', few: 'заказа', other: 'заказов' })}`,
      remedy:
        partBs.length === 0
          ? 'Их не отправляем. Верните товары на полку'
          : `Выньте посылки и отсканируйте их стикеры: ${shortList(partBs, 6, 'и ещё')}`,
      details: shortList(orderIds.map(order), 12, 'и ещё')
    }),
    wrongSupply: ({ orderId, supplyName, scheme }) => ({
      title: `Из другой ${batchStem(scheme)}и`,
      remedy: `Заказ ${order(orderId)} в ${batchStem(scheme)}е «${supplyName}». Отложите его`
    }),
    notInSupply: ({ orderId, scheme }) => ({
      title: `Не в этой ${batchStem(scheme)}е`,
      remedy: `Добавьте заказ ${order(orderId)} в ${batchStem(scheme)}у на экране «Заказы»`
    }),
    onShelf: ({ orderId, why }) => {
      const phrase = shelfWhy(reasons, why)
      const details = phrase.details === undefined ? {} : { details: phrase.details }
      return { title: 'Заказ на полке проблем', remedy: `${order(orderId)}: ${phrase.title}`, ...details }
    },
    finishCurrent: ({ orderId }) => ({
      title: 'Сначала закончите этот',
      remedy: `На столе заказ ${order(orderId)}. F4 — отложить его`
    }),
    wrongProduct: ({ expected }) => ({
      title: 'Другой товар',
      remedy: `Нужен ${expected}. Этот отложите, он подождёт`
    }),
    checkDigitWrong: ({ text }) => ({
      title: 'В штрихкоде не сходится одна цифра',
      remedy: 'Отсканируйте его ещё раз. Набрали руками — сверьте цифры',
      details: text
    }),
    squareCodeNeeded: () => ({
      title: 'Это штрихкод, а нужен квадратный код',
      remedy: 'Отсканируйте «Честный знак»: квадрат из точек на упаковке или бирке'
    }),
    stickerFirst: ({ partB }) => ({
      title: 'Сначала стикер этого заказа',
      remedy: `Наклейте стикер ${partB} и отсканируйте его, потом следующий товар`
    }),
    wrongSticker: ({ expected }) => ({
      title: 'Стикер от другого заказа',
      remedy: `Нужен стикер ${expected}. Не наклейте чужой`
    }),
    codeNotNeeded: ({ key }) => ({
      title: `${namesRu.meta[key]}: здесь не нужен`,
      remedy: 'Отсканируйте то, что просит экран'
    }),
    codeAlreadyHere: ({ key }) => ({
      title: `${namesRu.meta[key]}: уже есть`,
      remedy: 'Сканируйте дальше то, что просит экран'
    }),
    codeOfOther: ({ product, gtin }) => ({
      title: 'Код от другого товара',
      remedy: `${product === '' ? '' : `Он от ${product}. `}Проверьте, что в руках, и отсканируйте код с него`,
      details: `GTIN ${gtin}`
    }),
    codeUsed: ({ orderId, at }, now) => ({
      title: `Этот код уже на заказе ${order(orderId)}`,
      remedy: `Взят ${ago(format, at, now)}. Отсканируйте код с другой единицы товара`
    }),
    badCode: ({ problem }) => problemOf(problem),
    nothingToUndo: ({ readyOrderId: ready }) =>
      ready === undefined
        ? { title: 'Отменять нечего', remedy: 'На столе пусто. Отсканируйте товар' }
        : {
            title: 'На стол уже не вернуть',
            remedy: `Заказ ${order(ready)} объявлен готовым к выдаче. Отменить его можно на экране «Заказы»`
          },
    nothingToReprint: () => ({
      title: 'Печатать повторно нечего',
      remedy: 'Стикера ещё не было: идите по шагам на экране'
    }),
    noOrderHere: () => ({ title: 'На столе нет заказа', remedy: 'Сначала отсканируйте товар' }),
    notNow: () => ({ title: 'Сейчас это не нужно', remedy: 'Сделайте то, что просит экран' }),
    codesMissing: ({ keys }) => ({
      title: 'Собраны не все коды',
      remedy: `Нужны: ${keys.map(key => namesRu.meta[key]).join(', ')}`
    }),
    badgeFirst: () => ({
      title: 'Сначала отсканируйте свой бейдж',
      remedy: 'Потом товар. Бейджи печатают в настройках, «Сборщики»'
    }),
    deskScanLost: () => ({
      title: 'Скан не дошёл до экрана',
      remedy: 'Связь с экраном прервалась. Отсканируйте ещё раз'
    }),
    locked: () => ({
      title: 'Стол закрыт: никого не было',
      remedy: 'Отсканируйте свой бейдж, потом товар ещё раз. Заказ на столе цел'
    }),
    leadFirst: () => ({
      title: 'Это решает старший смены',
      remedy: 'Позовите его: он введёт ПИН и ответит. «Нет» может сказать каждый'
    }),
    numberTaken: ({ badge, name }) => ({
      title: `Номер ${badge} уже занят`,
      remedy: `Он у сборщика ${name}. Возьмите другой номер`
    }),
    unknownBadge: ({ badge }) => ({
      title: `Бейдж ${badge} не знаем`,
      remedy: 'Добавьте сборщика в настройках или возьмите свой бейдж'
    }),
    unreadable: () => ({ title: 'Код не прочитан', remedy: 'Протрите, расправьте и отсканируйте ещё раз' }),
    wrongKind: ({ kind }) => WRONG_KINDS[kind],
    nothingFresh: () => ({
      title: 'Новых заказов нет',
      remedy: 'Новую поставку собирать не из чего. Подождём заказов'
    }),
    supplyEmpty: ({ scheme }) => ({
      title: scheme === undefined ? 'В поставке ничего нет' : 'В подборке ничего не упаковано',
      remedy: 'Упакуйте хотя бы один заказ, потом передавайте'
    }),
    supplyKindDiffers: ({ by }) => ({ title: 'Вместе их не отправить', remedy: KINDS[by] }),
    expirationStays: () => ({
      title: 'Срок годности не стирается',
      remedy: 'Его можно только заменить: F7 и новая дата'
    }),
    answerFirst: () => ({ title: 'Сначала ответьте', remedy: 'Отсканируйте один из ответов на экране' }),
    waveEmpty: ({ missing, printing, printed, failed }) => {
      const counts = [
        missing > 0 ? `Ещё не пришли: ${format.number(missing)}` : '',
        printing > 0 ? `Печатаются: ${format.number(printing)}` : '',
        printed > 0 ? `Напечатаны: ${format.number(printed)}` : '',
        failed > 0 ? `Не вышли: ${format.number(failed)}, отсканируйте товар` : ''
      ].filter(part => part !== '')
      return {
        title: missing > 0 ? 'Стикеры ещё не пришли' : printing > 0 ? 'Волна уже печатается' : 'Всё уже напечатано',
        remedy: counts.length > 0 ? counts.join('. ') : 'В поставке не осталось заказов на сборку'
      }
    },
    supplyRefused: ({ name, vendorCode, vendorMessage }) => ({
      title: 'Поставку не приняли',
      remedy: `«${name}» осталась открытой. Проверьте полку проблем и передайте снова`,
      details: [vendorCode, vendorMessage].filter(part => part !== '').join(' · ')
    }),
    codeRefusedAtMarketplace: ({ orderId, key, decision }) => {
      const { title, remedy } = codeWords(verdictsRu, key, decision)
      return {
        title: `${namesRu.meta[key]} не подошёл`,
        remedy: `Заказ ${order(orderId)}: ${title}. ${remedy}`,
        details: decision
      }
    },
    unknownMeta: ({ keys }) => ({
      title: 'Нужен код, которого мы не умеем',
      remedy: 'Отложите на полку проблем и упакуйте на портале маркетплейса',
      details: keys.join(', ')
    })
  }
}

function problemOf(problem: Extract<Message, { readonly code: 'badCode' }>['problem']): Phrase {
  const phrase = problemsRu[problem.code] as (given: typeof problem) => Phrase
  return phrase(problem)
}
