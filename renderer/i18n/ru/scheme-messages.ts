import { slotWords } from '../../../shared/domain/schemes/slot-words.ts'
import type { Format } from '../format.ts'
import { shortList } from '../say.ts'
import type { SchemeTexts } from '../texts.ts'
import { namesRu } from './names.ts'

/** What the station says of the buyer's end of an order, and of one that is called off, to a Russian packer. */
export function schemeMessagesRu(format: Format): SchemeTexts {
  const order = format.orderId
  const orders = (count: number) => format.count(count, { one: 'заказ', few: 'заказа', other: 'заказов' })
  return {
    roundOpened: ({ scheme, name, orders: count }) => ({
      title: 'Отсканируйте первый товар',
      remedy: `Подборка ${namesRu.schemes[scheme]} «${name}» открыта: ${orders(count)}`
    }),
    roundPacked: ({ scheme, name }) => ({
      title: 'Всё упаковано',
      remedy:
        scheme === 'dbs'
          ? `Подборка «${name}» собрана. Отдайте курьеру и отсканируйте код на экране или нажмите F8`
          : `Подборка «${name}» собрана и ждёт покупателей`
    }),
    roundEnded: ({ name }) => ({
      title: 'Подборка закончилась',
      remedy: `«${name}»: заказов в ней не осталось. Можно начинать следующую`
    }),
    roundLeft: ({ scheme, orders: count, codes = 0 }) => ({
      title: scheme === 'dbs' ? 'Отдано курьеру' : 'Готово к выдаче',
      remedy:
        codes > 0
          ? `${orders(count)}. Ждём проверки кодов: ${format.number(codes)}, потом сообщим маркетплейсу сами`
          : `${orders(count)}. Можно начинать следующую подборку`
    }),
    oldLabels: ({ partBs }) => ({
      title: 'На этикетках старое время',
      remedy: `${format.count(partBs.length, { one: 'покупатель выбрал', few: 'покупателя выбрали', many: 'покупателей выбрали', other: 'покупателя выбрали' })} другое. «Да» — напечатать заново, «Нет» — отдать так`,
      details: shortList(partBs, 12, 'и ещё')
    }),
    labelsRenewed: ({ partBs }) => ({
      title: 'Наклейте новые этикетки поверх старых',
      remedy: `${format.count(partBs.length, { one: 'этикетка', few: 'этикетки', many: 'этикеток', other: 'этикетки' })} с новым временем. Потом снова F8`,
      details: shortList(partBs, 12, 'и ещё')
    }),
    withCourier: ({ orders: count }) => ({
      title: 'Отдано курьеру',
      remedy: `${orders(count)}. Передаём маркетплейсу`
    }),
    placed: ({ orderId, place }) => ({
      title: `Место ${place}`,
      remedy: `Заказ ${order(orderId)} лежит там. Сканируйте дальше`
    }),
    parcelFirst: ({ place }) => ({
      title: 'Сначала отсканируйте посылку',
      remedy: `Потом код места ${place}: там лежат только заказы на самовывоз`
    }),
    pickupWaits: ({ orderId, place, isToBePaid }) => ({
      title: place === null ? 'Заказ готов, но без места' : `Заказ готов: место ${place}`,
      remedy:
        place === null
          ? `${order(orderId)}: положите на полку и отсканируйте код места`
          : `${order(orderId)}: проверьте код покупателя, потом выдайте${isToBePaid ? '. Возьмите оплату' : ''}`
    }),
    parcelOver: ({ orderId, outcome }) =>
      outcome === 'receive'
        ? { title: 'Этот заказ уже выдан', remedy: `${order(orderId)} у покупателя` }
        : { title: 'От этого заказа отказались', remedy: `${order(orderId)}: товар вернулся, на выдачу не ставьте` },
    parcelLeft: ({ orderId }) => ({
      title: 'Этот заказ уже у курьера',
      remedy: `${order(orderId)} отдан. Вернулся — отметьте отказ на экране «Заказы»`
    }),
    cancelling: ({ orderId }) => ({
      title: 'Отменяем заказ',
      remedy: `${order(orderId)} не отправляйте. Маркетплейс ответит — скажем`
    }),
    cantCancel: ({ orderId }) => ({
      title: 'Этот заказ уже не отменить',
      remedy: `${order(orderId)}: маркетплейс этого не разрешает. Дождитесь покупателя`
    }),
    buyerIdentified: ({ orderId }) => ({
      title: 'Код верный',
      remedy: `Заказ ${order(orderId)} этого покупателя. Выдайте и отметьте, забрал ли он его`
    }),
    handingOver: ({ orderId, outcome }) => ({
      title: outcome === 'receive' ? 'Отмечаем выдачу' : 'Отмечаем отказ',
      remedy: `Заказ ${order(orderId)}. Маркетплейс ответит — скажем`
    }),
    handedOver: ({ orderId, outcome }) =>
      outcome === 'receive'
        ? { title: 'Выдан покупателю', remedy: `Заказ ${order(orderId)} закончен` }
        : { title: 'Отказ записан', remedy: `Заказ ${order(orderId)}: верните товар на склад` },
    parcelReturns: ({ orderId }) => ({
      title: 'Заказ отменён в пути',
      remedy: `${order(orderId)}: предупредите курьера, посылка вернётся`
    }),
    deliveryMoved: ({ orderId, before, slot, isPrinted }) => ({
      title: 'Доставку перенесли',
      remedy: `${order(orderId)}: было ${slotWords(before)}, стало ${slotWords(slot)}${isPrinted ? '. На этикетке старый срок' : ''}`
    }),
    buyerCodeFirst: ({ orderId }) => ({
      title: 'Нужен код покупателя',
      remedy: `Заказ ${order(orderId)}: код виден покупателю в приложении. Введите его`
    }),
    identityFirst: ({ orderId }) => ({
      title: 'Сначала проверьте покупателя',
      remedy: `Заказ ${order(orderId)}: спросите код выдачи и введите его`
    }),
    handoverRefused: ({ orderId, outcome, vendorCode, vendorMessage }) => ({
      title: outcome === 'receive' ? 'Выдачу не приняли' : 'Отказ не приняли',
      remedy: `Заказ ${order(orderId)}: проверьте код и отправьте ещё раз`,
      details: [vendorCode, vendorMessage].filter(part => part !== '').join(' · ')
    })
  }
}
