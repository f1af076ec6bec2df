import type { Format } from '../format.ts'
import type { Words } from '../en/words.ts'
import { practiceWordsRu } from './practice-words.ts'

/** Words of the screens in Russian. */
export function wordsRu(format: Format): Words {
  const orders = (count: number) => format.count(count, { one: 'заказ', few: 'заказа', other: 'заказов' })
  return {
    rail: {
      pack: 'Сборка',
      orders: 'Заказы',
      supplies: 'Поставки',
      handover: 'Выдача',
      courier: 'Доставка',
      picking: 'Подбор',
      passes: 'Пропуска',
      shelf: 'Полка выдачи',
      queue: 'Очередь',
      problems: 'Проблемы',
      history: 'История',
      devices: 'Устройства',
      settings: 'Настройки',
      desk: 'Части этого стола',
      label: 'Экраны'
    },
    top: {
      noSupply: 'Поставка не открыта',
      packed: (done, total) => `${format.number(done)} из ${format.number(total)}`,
      noPacker: 'отсканируйте бейдж',
      practice: 'ТРЕНИРОВКА',
      sandbox: 'ПЕСОЧНИЦА'
    },
    status: {
      label: 'Связь и устройства',
      online: 'на связи',
      offline: 'нет интернета',
      asking: 'узнаём о заказах',
      unread: lists => `не прочитано: ${lists}`,
      oddOrders: count =>
        `${format.count(count, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })} не ${format.plural(count, { one: 'читается', other: 'читаются' })}`,
      oddOthers: count =>
        `${format.count(count, { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })} не ${format.plural(count, { one: 'читается', other: 'читаются' })}`,
      oddRemedy:
        'Маркетплейс прислал это не в том виде, как обещает; всё остальное здесь. Соберите по порталу и покажите это тому, кто следит за программой.',
      oddField: (list, field, id) => `${list}: ${id ?? 'без номера'}, поле ${field}`,
      stranger: status => ({
        title: `по пути к маркетплейсу отвечает кто-то другой: ${status}`,
        remedy: 'Прокси, защита сети или страница входа провайдера. Пропустят — продолжим сами'
      }),
      waiting: count => `в очереди ${format.number(count)}`,
      waitingSince: (count, age) => `в очереди ${format.number(count)}, ${age}`,
      attention: count => `${format.plural(count, { one: 'ждёт', other: 'ждут' })} вас: ${format.number(count)}`,
      ready: 'готов',
      allPrinters: count => `принтеры готовы: ${format.number(count)}`,
      allScanners: count => `сканеры готовы: ${format.number(count)}`,
      readyOf: (count, of) =>
        `${format.plural(count, { one: 'готов', other: 'готовы' })} ${format.number(count)} из ${format.number(of)}`,
      connecting: 'подключаем',
      noPrinter: 'нет принтера',
      scanner: 'Сканер',
      noScanner: 'сканер-клавиатура',
      tokenEnds: left => `токен кончается через ${left}`,
      clockOff: (by, isAhead) => `часы компьютера ${isAhead ? 'спешат' : 'отстают'} на ${by}: поправьте`,
      tokenEnded: 'токен кончился: вставьте новый',
      labelsWait: count => `${format.plural(count, { one: 'ждёт', other: 'ждут' })} ${format.number(count)}`,
      packedToday: count => `сегодня упаковано: ${format.number(count)}`
    },
    order: {
      order: id => `заказ ${id}`,
      left: duration => `осталось ${duration}`,
      over: duration => `просрочен на ${duration}`,
      b2b: 'заказ компании',
      again: 'едет ещё раз',
      pinned: 'сначала он',
      moved: before => `доставку перенесли с ${before}`,
      basket: count => `ещё из этой корзины: ${format.number(count)}`,
      others: count => `ещё таких: ${format.number(count)}`,
      stepOf: (done, total) => `шаг ${Math.min(done + 1, total)} из ${total}`,
      empty: 'Здесь будет заказ',
      batches: { supply: 'поставка', round: 'подборка' }
    },
    label: {
      title: 'Этикетка',
      none: 'Этикетка, как она напечатается',
      wait: 'Рисуем этикетку…',
      notYet: 'Стикера ещё нет: маркетплейс его готовит',
      alt: 'Этикетка заказа'
    },
    notes: { title: 'Последние сканы', none: 'Сканов ещё не было' },
    stage: {
      commentSaid: 'Комментарий:',
      handOver: 'Отдать',
      dead: 'Отменены, но ещё в куче',
      deadRemedy: labels => `${labels}. Найдите и отсканируйте их этикетки`,
      answers: 'Отсканируйте ответ или нажмите на него',
      neverMind: 'Не надо',
      stop: 'Остановить',
      reopen: 'Вернуть на стол',
      more: 'Ещё',
      back: 'Назад',
      later: 'Позже',
      open: (name: string) => `Открыть ${name}`,
      details: 'подробности'
    },
    printing: {
      none: 'Печатать нечего',
      count: labels => `Печатаем: ${format.count(labels, { one: 'этикетка', few: 'этикетки', other: 'этикеток' })}`,
      ask: labels => `Напечатать ${format.count(labels, { one: 'этикетку', few: 'этикетки', other: 'этикеток' })}`
    },
    typing: {
      title: 'Ввести код',
      hint: 'То, чего сканер не прочтёт: дату, код, штрихкод',
      field: 'Код или дата',
      send: 'Ввести',
      close: 'Закрыть'
    },
    common: {
      cancel: 'Назад',
      close: 'Закрыть',
      search: 'Поиск',
      searchHint: 'заказ, артикул, штрихкод, стикер ( / )',
      all: 'Все',
      nothing: 'Здесь пусто',
      loading: 'Читаем…',
      rows: count => format.count(count, { one: 'строка', few: 'строки', other: 'строк' }),
      failed: 'Станция этого не приняла',
      failedRemedy: 'Повторите. Если не помогает, перезапустите Verstak',
      unreachable: 'Станция не отвечает',
      unreachableRemedy: 'Закройте страницу и запустите Verstak заново',
      atTable: 'На столе сборки:',
      toPack: 'К сборке'
    },
    orders: {
      title: 'Заказы',
      columns: { order: 'Заказ', scheme: 'Схема', article: 'Товар', state: 'Что с ним', left: 'Осталось' },
      overdue: 'просрочен',
      amongOthers: count => `Ещё ${format.number(count)} среди остальных`,
      selected: count => `Выбрано: ${orders(count)}`,
      allOf: cargo => `Все новые, ${cargo}`,
      clear: 'Снять выбор',
      claimNew: 'В новую поставку',
      claimRound: 'В новую подборку',
      claimInto: name => `В «${name}»`,
      supplyName: 'Название',
      take: 'На стол',
      reopen: 'Открыть снова',
      pin: 'Упаковать первым',
      unpin: 'В общую очередь',
      reprint: 'Напечатать ещё раз',
      unshelve: 'Снять с полки',
      codes: 'Коды',
      deleteCode: 'Стереть',
      deleteAsk: (what, id) => `Стереть «${what}» заказа ${id} у маркетплейса?`,
      deleteDo: what => `Стереть «${what}»`,
      history: 'История',
      status: 'У маркетплейса',
      price: 'Цена',
      barcode: 'Штрихкод',
      batches: { supply: 'Поставка', round: 'Подборка' },
      orderCode: 'Код заказа',
      allSchemes: 'Все схемы',
      sticker: 'Стикер',
      created: 'Пришёл',
      packedAt: 'Упакован',
      noSupply: 'нет',
      codeStates: { kept: 'на этом ПК', queued: 'ждёт отправки', accepted: 'принят', refused: 'не принят' },
      needs: 'Нужны коды',
      offices: 'Куда сдаём',
      reason: 'Почему печатаем ещё раз?',
      packingSlip: 'Упаковочный лист',
      shelfLabel: 'Ярлык на полку',
      printCode: 'Напечатать'
    },
    supplies: {
      title: 'Поставки',
      states: {
        open: 'открыта',
        closing: 'сверяем коды',
        delivering: 'передаём',
        delivered: 'в доставке',
        abandoned: 'не создана'
      },
      roundStates: { open: 'открыта', left: 'собрана' },
      leaveAsk: {
        dbs: name => `Отдать курьеру подборку «${name}»?`,
        pickup: name => `Закончить подборку «${name}»?`
      },
      leaveWhat: (scheme, left) => {
        const rest = left > 0 ? `Не упаковано: ${orders(left)}, они перейдут в новую подборку. ` : ''
        const end = scheme === 'dbs' ? 'заказы у курьера' : 'заказы ждут покупателей'
        return `${rest}Скажем маркетплейсу, что ${end}. Вернуть будет нельзя`
      },
      current: 'на столе',
      packedOf: 'Упаковано',
      made: 'Создана',
      open: 'Собирать эту',
      close: 'Передать в доставку',
      closeAsk: name => `Передать поставку «${name}» в доставку?`,
      closeWhat: left =>
        left > 0
          ? `Не упаковано: ${orders(left)}, они перейдут в новую поставку. Вернуть эту будет нельзя`
          : 'Вернуть её будет нельзя',
      closeDo: name => `Передать «${name}»`,
      wave: 'Печать волны',
      sheet: 'Лист поставки',
      boxes: 'Ярлыки коробов',
      boxCount: 'Сколько коробов?',
      qr: 'Печать QR',
      packed: (done, total) => `${format.number(done)} из ${format.number(total)}`,
      shelved: count => `на полке ${format.number(count)}`,
      none: 'Поставок ещё нет. На экране сборки отсканируйте «Новая поставка»'
    },
    queue: {
      title: 'Очередь',
      waiting: 'Ждут и требуют вас',
      all: 'Все',
      labels: 'Этикетки',
      retry: 'Повторить',
      parked: 'Проверьте на портале и повторите',
      attempts: count => format.count(count, { one: 'попытка', few: 'попытки', other: 'попыток' }),
      none: 'Всё отправлено',
      noLabels: 'Ещё ничего не печатали',
      routeSheet: 'Маршрутный лист',
      packingSlipOf: id => `Упаковочный лист ${id}`,
      pickupReceiptOf: id => `Чек выдачи ${id}`,
      supplyQr: 'QR поставки',
      stickerOf: id => `Стикер ${id}`,
      orders,
      again: reason => `ещё раз: ${reason}`
    },
    shelf: {
      title: 'Полка проблем',
      none: 'Полка пуста',
      cancelled: 'Отменён, а стикер уже вышел: не отправляйте',
      mend: 'Исправите — снимите с полки',
      refused: 'Маркетплейс не принял',
      refusedRemedy: 'Старший смены: проверьте заказ на портале, потом повторите',
      unknownMeta: 'Нужны коды, которых мы не умеем',
      update: 'Упакуйте на портале или обновите Verstak',
      cancelling: 'Отменяется продавцом',
      dontSend: 'Не отправляйте: ждём ответа маркетплейса'
    },
    history: { title: 'История', none: 'Ещё ничего не было' },
    setup: {
      title: 'Verstak',
      lead: 'Стол сборки для заказов Wildberries: сканируем, собираем коды, клеим стикер',
      connect: 'Подключить кабинет',
      token: 'Токен категории «Маркетплейс»',
      tokenHint: 'Портал → Настройки → Доступ к API → токен с правом записи. Уходит только маркетплейсу',
      expiredSince: date => `Он закончился ${date}`,
      keepAlways: 'Хранить на этом ПК',
      keepOnce: 'Только на этот запуск',
      safe: 'Ваши поставки, очередь и журнал целы: они на этом ПК. Вставьте токен того же кабинета, и работа пойдёт с того же места',
      meanings: {
        safe: 'Токен ляжет в хранилище ключей этого ПК. Вставлять его снова не придётся, пока не кончится срок',
        plain: 'На этом ПК нет хранилища ключей: токен лежал бы без защиты. Надёжнее не хранить его',
        once: 'Закроете программу — токен забудем. В следующий раз вставите его снова; поставка и очередь останутся на этом ПК',
        none: 'В браузере токен хранить негде. Закроете программу — забудем его, в следующий раз вставите снова; поставка и очередь останутся на этом ПК'
      },
      go: 'Подключить',
      going: 'Проверяем…',
      practise: 'Потренироваться',
      practiseHint: 'Учебный маркетплейс на этом ПК: заказы, сканер и принтер. Наружу ничего не уходит',
      practiseGo: 'Начать тренировку'
    },
    practice: practiceWordsRu(format)
  }
}
