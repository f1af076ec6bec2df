import type { QueueWords } from '../en/queue-words.ts'
import type { Format } from '../format.ts'

/** Words of the queue in Russian. */
export function queueWordsRu(format: Format): QueueWords {
  return {
    by: 'Показать по порядку',
    orders: { time: 'По времени', order: 'По заказам', limit: 'По лимитам' },
    summary: (waiting, oldest, attention) =>
      [
        `Ждут отправки: ${format.number(waiting)}`,
        ...(oldest === null ? [] : [`самое старое — ${oldest}`]),
        ...(attention === 0 ? [] : [`ждут вас: ${format.number(attention)}`])
      ].join(' · '),
    retryAll: 'Повторить всё сейчас',
    gauges: 'Лимиты маркетплейса',
    level: (level, burst) => `${format.number(level)} из ${format.number(burst)}`,
    waits: (urgent, background) => `ждут: срочных ${format.number(urgent)}, прочих ${format.number(background)}`,
    sleeps: seconds => `велел молчать ещё ${format.number(seconds)} с`,
    groups: {
      fbs: 'FBS: заказы, поставки, стикеры',
      fbsMeta: 'FBS: чтение кодов',
      fbsSetMeta: 'FBS: передача кодов',
      fbsAddToSupply: 'FBS: добавление в поставку',
      fbsCancel: 'FBS: отмена',
      dbs: 'DBS: чтение',
      dbsConfirm: 'DBS: на сборку',
      dbsDeliver: 'DBS: курьеру',
      dbsReceive: 'DBS: вручение',
      dbsReject: 'DBS: отказ',
      dbsCancel: 'DBS: отмена',
      dbsSetMeta: 'DBS: передача кодов',
      dbsDeleteMeta: 'DBS: стирание кодов',
      pickup: 'Самовывоз: чтение',
      pickupStatuses: 'Самовывоз: статусы',
      pickupIdentity: 'Самовывоз: код покупателя',
      pickupConfirm: 'Самовывоз: на сборку',
      pickupPrepare: 'Самовывоз: готово к выдаче',
      pickupReceive: 'Самовывоз: выдача',
      pickupReject: 'Самовывоз: отказ',
      pickupCancel: 'Самовывоз: отмена',
      pickupSetMeta: 'Самовывоз: передача кодов',
      pickupMeta: 'Самовывоз: чтение кодов',
      cards: 'Карточки товаров',
      ping: 'Проверка токена',
      passCreate: 'Новый пропуск',
      dbsStatusSeed: 'DBS: отметки',
      dbsSetMetaSeed: 'DBS: передача кодов',
      dbsDeleteMetaSeed: 'DBS: стирание кодов',
      pickupStatusSeed: 'Самовывоз: отметки',
      pickupSetMetaSeed: 'Самовывоз: передача кодов',
      dbw: 'DBW: чтение',
      dbwSetMeta: 'DBW: передача кодов',
      sandbox: 'Песочница: всё'
    },
    next: time => `следующая попытка в ${time}`,
    behind: 'сначала уйдёт более раннее',
    noOrder: 'Не об одном заказе',
    shown: count => `Показаны последние ${format.number(count)}`,
    settle: 'Решить вручную',
    settleAsk: what => `Чем кончилось «${what}»?`,
    settleWhat:
      'Сначала посмотрите на портале. То, что вы скажете, не проверяется; оно ляжет в журнал вместе с причиной.',
    outcomes: { done: 'Прошло', dropped: 'Не прошло и не нужно' },
    brings: {
      done: 'Больше ничего не отправим; заказ пойдёт дальше, как после согласия маркетплейса',
      dropped: 'Больше ничего не отправим; заказ пойдёт дальше, как после отказа'
    },
    why: 'Почему (для журнала)',
    reasons: ['Видно на портале', 'Сделано на портале вручную', 'Больше не нужно'],
    settleDo: 'Решить',
    cant: 'Так решить нельзя: за это время всё изменилось'
  }
}
