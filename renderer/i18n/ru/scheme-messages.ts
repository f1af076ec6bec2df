import type { Format } from '../format.ts'
import type { SchemeTexts } from '../texts.ts'

/** What the station says of the buyer's end of an order, and of one that is called off, to a Russian packer. */
export function schemeMessagesRu(format: Format): SchemeTexts {
  const order = format.orderId
  return {
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
