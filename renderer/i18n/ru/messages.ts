import type { Format } from '../format.ts'
import type { MessageTexts } from '../texts.ts'
import { diskMessagesRu } from './disk-messages.ts'
import { namesRu } from './names.ts'
import { refusalsRu } from './refusals.ts'
import { schemeMessagesRu } from './scheme-messages.ts'
import { shippingMessagesRu } from './shipping-messages.ts'
import { lookUp } from '../say.ts'
import { tablesRu } from './tables.ts'

const CODES = {
  sgtin: { title: 'Отсканируйте код маркировки', remedy: 'Квадратный код «Честный знак» на упаковке' },
  imei: { title: 'Отсканируйте IMEI', remedy: '15 цифр на коробке. Если их два, то первый' },
  uin: { title: 'Отсканируйте УИН', remedy: '16 цифр на бирке изделия' },
  gtin: { title: 'Отсканируйте GTIN', remedy: 'Штрихкод на упаковке, 13 цифр' },
  expiration: { title: 'Введите срок годности', remedy: 'F7, дата с упаковки, Enter. Например, 31.12.2027' },
  customsDeclaration: {
    title: 'Введите номер декларации на товары',
    remedy: 'F7, номер из документов, Enter. Например, 10704010/010624/0000302'
  }
} as const

const DOUBTS = {
  noAnswer: 'Принтер не ответил',
  linkLost: 'Связь с принтером прервалась',
  restarted: 'Программа перезапустилась во время печати',
  countDiffers: 'Счётчик принтера не сошёлся',
  oneWayLink: 'Этот принтер не отвечает, напечатал ли'
} as const

const UNFINISHED = {
  fbs: 'Передать неполную поставку?',
  dbs: 'Отдать курьеру не всё?',
  pickup: 'Закончить неполную подборку?'
} as const

const SUPPLY_LABELS = { supplyQr: 'QR поставки вышел?', spotSticker: 'Стикер СПОТ вышел?' } as const

/** What the station says to a Russian packer. */
export function messagesRu(format: Format): MessageTexts {
  const order = format.orderId
  const labels = (count: number) => format.count(count, { one: 'этикетка', few: 'этикетки', other: 'этикеток' })
  const orders = (count: number) => format.count(count, { one: 'заказ', few: 'заказа', other: 'заказов' })
  return {
    ...refusalsRu(format),
    ...shippingMessagesRu(format),
    ...schemeMessagesRu(format),
    ...diskMessagesRu(format),
    openSupply: ({ fresh, scheme }) =>
      fresh > 0
        ? {
            title: `Начните новую ${scheme === undefined ? 'поставку' : 'подборку'}`,
            remedy: `${scheme === undefined ? '' : `${namesRu.schemes[scheme]}. `}Отсканируйте код на экране. Новых заказов: ${format.number(fresh)}`
          }
        : { title: 'Новых заказов пока нет', remedy: 'Появятся — покажем здесь. Проверяем сами, обновлять не нужно' },
    resumeSupply: ({ supplies, rounds = 0 }) => {
      const left = [
        supplies > 0 ? format.count(supplies, { one: 'поставка', few: 'поставки', other: 'поставок' }) : '',
        rounds > 0 ? format.count(rounds, { one: 'подборка', few: 'подборки', other: 'подборок' }) : ''
      ].filter(part => part !== '')
      return {
        title: 'Отсканируйте товар',
        remedy: `Осталось упаковать: ${left.join(' и ')}. Нужную откроем по товару`
      }
    },
    scanBadge: () => ({
      title: 'Отсканируйте свой бейдж',
      remedy: 'Потом товар. Бейджи печатают в настройках, «Сборщики»'
    }),
    scanItem: () => ({ title: 'Отсканируйте товар', remedy: 'Штрихкод на упаковке или на ярлыке' }),
    allPacked: ({ supplyName }) => ({
      title: 'Всё упаковано',
      remedy: `Поставка «${supplyName}» собрана. Отсканируйте «Поставка готова» или нажмите F8`
    }),
    scanProduct: ({ article }) => ({
      title: 'Отсканируйте штрихкод товара',
      remedy: `Нужен ${article}: сверим, что в руках именно он`
    }),
    scanCode: ({ key, place = 1, of }) =>
      key !== 'sgtin' && place > 1
        ? {
            title: 'Введите код страны товара',
            remedy: 'Три цифры по ОКСМ: 156 — Китай, 792 — Турция. F7, код, Enter'
          }
        : key !== 'sgtin' || of === undefined
          ? CODES[key]
          : {
              title: `Код маркировки ${place} из ${of}`,
              remedy: 'Это комплект: код на каждой вещи. Больше нет — отсканируйте «Дальше»'
            },
    scanOptionalCode: ({ key }) => ({
      title: `${namesRu.meta[key]}: есть на товаре?`,
      remedy: 'Есть — отсканируйте его. Нет — отсканируйте «Дальше»'
    }),
    scanPrintCommand: () => ({
      title: 'Отсканируйте «Печать»',
      remedy: 'Все коды собраны. Код «Печать» на листе команд или F9'
    }),
    printing: () => ({ title: 'Печатаем стикер', remedy: 'Возьмите из принтера и наклейте на упаковку' }),
    wavePrinting: ({ labels, missing }) => ({
      title: 'Печатаем волну',
      remedy: `${format.count(labels, { one: 'стикер', few: 'стикера', other: 'стикеров' })}${missing > 0 ? `. Ещё не пришли: ${format.number(missing)}, напечатайте волну позже` : ' по местам и артикулам'}`
    }),
    printingStopped: ({ labels: left }) =>
      left === 0
        ? { title: 'Останавливать нечего', remedy: 'Всё уже вышло, или этикетку ждут на столе или у поставки' }
        : {
            title: 'Печать остановлена',
            remedy: `Не напечатаем: ${labels(left)}. Понадобятся — напечатайте снова`
          },
    waitSticker: ({ lack }) => ({
      title: 'Ждём стикер',
      remedy:
        lack === 'parcelNumber'
          ? 'Маркетплейс ещё не дал посылке номер. Придёт — напечатаем сразу; пока F4 и другой товар'
          : lack === 'unreadable'
            ? 'Маркетплейс прислал не стикер. Спросим ещё раз; пока F4 и другой товар'
            : 'Маркетплейс ещё готовит его. Придёт — напечатаем сразу'
    }),
    waitPrinter: ({ fault }) => lookUp(tablesRu.faults, fault),
    scanStickerBack: ({ partB }) => ({
      title: 'Наклейте стикер и отсканируйте',
      remedy: `На стикере крупно: ${partB}`
    }),
    undone: ({ what }) => ({
      title: what === 'set' ? 'Вернули: это не комплект' : `Вернули шаг: ${namesRu.steps[what]}`,
      remedy: what === 'item' ? 'Стол свободен. Отсканируйте товар' : 'Отсканируйте заново'
    }),
    reopened: ({ orderId, partB }) => ({
      title: `Вернули на стол ${partB}`,
      remedy: `Заказ ${order(orderId)} снова открыт. Исправьте и отсканируйте его стикер, F2 — вернуть ещё шаг`
    }),
    skipped: ({ orderId }) => ({
      title: 'Заказ отложен',
      remedy: `${order(orderId)} вернётся позже. Отсканируйте следующий товар`
    }),
    signedIn: ({ name }) => ({ title: `За столом ${name}`, remedy: 'Отсканируйте товар' }),
    supplyOpened: ({ name, orders: count }) => ({
      title: 'Отсканируйте первый товар',
      remedy: `Поставка «${name}» открыта: ${orders(count)}`
    }),
    packed: ({ orderId, partB, ended }) => ({
      title: `Упакован ${partB}`,
      remedy: `Заказ ${order(orderId)} готов. ${ended === undefined ? 'Отсканируйте следующий товар' : `Подборка «${ended}» собрана и ждёт покупателей`}`
    }),
    shelved: ({ orderId }) => ({
      title: 'На полку проблем',
      remedy: `Положите заказ ${order(orderId)} на полку и возьмите следующий товар`
    }),
    supplyDelivered: ({ name }) => ({
      title: 'Поставка в доставке',
      remedy: `«${name}»: наклейте QR и отдайте. Можно начинать новую`
    }),
    settled: ({ orderId }) => ({
      title: 'Отмечено',
      remedy: `Этикетка${orderId === null ? '' : ` заказа ${order(orderId)}`} у вас. Отсканируйте следующий товар`
    }),
    labelInHand: ({ orderId, doubt, partB, supply }) =>
      supply === undefined
        ? {
            title: partB === null ? 'Этикетка вышла?' : `Стикер ${partB} вышел?`,
            remedy: `${DOUBTS[doubt]}. ${orderId === null ? 'Посмотрите на принтер' : `Заказ ${order(orderId)}`}`
          }
        : { title: SUPPLY_LABELS[supply.label], remedy: `${supply.remoteId}. ${DOUBTS[doubt]}` },
    gtinDiffers: ({ gtin, barcode }) => ({
      title: 'Код точно от этого товара?',
      remedy: `В коде GTIN ${gtin}, у товара ${barcode}. «Да» — запомним только для этого товара`
    }),
    replaceCode: ({ key, here, value }) => ({
      title: key === 'sgtin' ? 'Второй код. Заменить первый?' : `Заменить: ${namesRu.meta[key]}?`,
      remedy: `Было: ${here} · станет: ${value}`
    }),
    whyReprint: ({ orderId }) => ({
      title: 'Почему печатаем ещё раз?',
      remedy: `Заказ ${order(orderId)}. Старый стикер уничтожьте`
    }),
    whyShelf: ({ orderId }) => ({
      title: 'Что с заказом?',
      remedy: `Заказ ${order(orderId)} отложим на полку проблем`
    }),
    wholeWave: ({ labels: stickers, separators, missing }) => ({
      title: `Напечатать ${format.count(stickers, { one: 'стикер', few: 'стикера', other: 'стикеров' })}?`,
      remedy: `И разделители товаров: ${format.number(separators)}. ${missing > 0 ? `Ещё не пришли: ${format.number(missing)}` : 'Остановить можно в любой момент: F2'}`
    }),
    codesWarned: ({ orderIds, keys }) => ({
      title: 'Старший смены: передать так?',
      remedy: `${keys.map(key => namesRu.meta[key]).join(', ')}: не видно у ${orders(orderIds.length)}. Могут не принять. «Нет» — на полку проблем`,
      details: shortList(orderIds.map(order))
    }),
    supplyUnfinished: ({ orderIds, articles, shelved = 0, scheme }) => ({
      title: UNFINISHED[scheme ?? 'fbs'],
      remedy: `Не ${format.plural(orderIds.length, { one: 'упакован', other: 'упаковано' })} ${orders(orderIds.length)}: перенесём в новую${shelved > 0 ? `, и ещё ${format.number(shelved)} с полки` : ''}`,
      details: shortList(articles.length > 0 ? articles : orderIds.map(order))
    })
  }
}

function shortList(items: readonly string[]): string {
  return items.length > 4 ? `${items.slice(0, 3).join(', ')} и ещё ${items.length - 3}` : items.join(', ')
}
