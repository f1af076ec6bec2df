import type { Names } from '../texts.ts'

/** Names of things in Russian. */
export const namesRu: Names = {
  faces: { waiting: 'Ждём', goOn: 'Дальше', done: 'Готово', refused: 'Стоп', ask: 'Вопрос' },
  steps: {
    item: 'товар',
    product: 'сверка товара',
    sgtin: 'код маркировки',
    imei: 'IMEI',
    uin: 'УИН',
    gtin: 'GTIN',
    expiration: 'срок годности',
    customsDeclaration: 'номер ДТ',
    sticker: 'стикер',
    scanBack: 'сверка стикера'
  },
  meta: {
    sgtin: 'Код маркировки',
    imei: 'IMEI',
    uin: 'УИН',
    gtin: 'GTIN',
    expiration: 'Срок годности',
    customsDeclaration: 'Номер ДТ'
  },
  commands: {
    undo: 'Отменить шаг',
    reprint: 'Ещё раз стикер',
    skip: 'Отложить',
    next: 'Дальше',
    problem: 'Полка проблем',
    supplyDone: 'Поставка готова',
    print: 'Печать',
    yes: 'Да',
    no: 'Нет',
    acknowledge: 'Понятно',
    newSupply: 'Новая поставка',
    wave: 'Печать волны'
  },
  shelfReasons: { damaged: 'Брак', missing: 'Нет товара', noCode: 'Нет кода', other: 'Другое' },
  reprintReasons: { notPrinted: 'Не вышел', damaged: 'Испорчен', lost: 'Потерян', other: 'Другое' },
  lives: {
    fresh: 'Новые',
    claimed: 'На сборке',
    coded: 'С кодами',
    stickered: 'Со стикером',
    packed: 'Упакованы',
    shipped: 'Отправлены',
    shelved: 'На полке',
    cancelled: 'Отменены'
  },
  intents: {
    createSupply: 'Создать поставку',
    addToSupply: 'Добавить заказы в поставку',
    setMeta: 'Записать код',
    deleteMeta: 'Стереть код',
    setShipping: 'Назначить отгрузку',
    addBoxes: 'Добавить короб',
    deliverSupply: 'Передать поставку в доставку'
  },
  intentStates: {
    waiting: 'ждёт отправки',
    sending: 'отправляем',
    unknown: 'проверяем, дошло ли',
    done: 'готово',
    refused: 'не принято',
    parked: 'нужен человек',
    withdrawn: 'снято'
  },
  printStates: {
    intended: 'ждёт печати',
    sending: 'печатаем',
    sent: 'передано принтеру',
    confirmed: 'напечатано',
    uncertain: 'не ясно, вышло ли',
    failed: 'не напечатано'
  },
  doubts: {
    noAnswer: 'принтер не ответил',
    linkLost: 'связь прервалась',
    restarted: 'программа перезапускалась',
    countDiffers: 'счётчик не сошёлся',
    oneWayLink: 'принтер не отвечает, напечатал ли'
  },
  ownLabels: {
    separator: 'Разделитель волны',
    commands: 'Лист команд',
    badge: 'Бейдж',
    shelf: 'Ярлык полки проблем',
    supplySheet: 'Лист поставки',
    box: 'Ярлык короба',
    markingCode: 'Код маркировки',
    scannerTest: 'Коды проверки сканера',
    calibration: 'Линейка',
    test: 'Пробная этикетка'
  },
  events: {
    scan: 'Скан',
    command: 'Команда',
    shelfReason: 'На полку проблем',
    reprintReason: 'Причина повторной печати',
    claim: 'Заказы взяты в поставку',
    openSupply: 'Поставка открыта',
    closeSupply: 'Поставка закрывается',
    reprintOrder: 'Повторная печать',
    takeOrder: 'Взят на стол',
    unshelve: 'Снят с полки',
    deleteCode: 'Код стёрт',
    printOwn: 'Печать своей этикетки',
    printWave: 'Печать волны',
    chooseShipping: 'Выбрана отгрузка',
    usualShipping: 'Выбран обычный пункт',
    pointsSeen: 'Пункты отгрузки получены',
    forgetGtin: 'GTIN забыт',
    savePacker: 'Сборщик записан',
    settings: 'Настройки изменены',
    ordersSeen: 'Заказы получены',
    statusesSeen: 'Статусы получены',
    stickersSeen: 'Стикеры получены',
    suppliesSeen: 'Поставки получены',
    reshipmentSeen: 'Отправить ещё раз: список получен',
    metaSeen: 'Коды сверены',
    intentDone: 'Маркетплейс принял',
    intentRefused: 'Маркетплейс не принял',
    jobWaiting: 'Печать ждёт принтер',
    jobSending: 'Печать началась',
    jobSent: 'Передано принтеру',
    jobConfirmed: 'Напечатано',
    jobUncertain: 'Не ясно, напечатано ли',
    jobFailed: 'Не напечатано',
    labelsExpired: 'Не печатаем: ждали слишком долго'
  },
  lists: {
    newOrders: 'новые заказы',
    orders: 'все заказы',
    statuses: 'статусы заказов',
    supplies: 'поставки',
    stickers: 'стикеры',
    codes: 'коды',
    other: 'прочее'
  },
  wbStatuses: {
    waiting: 'в работе',
    sorted: 'отсортирован',
    sold: 'получен покупателем',
    canceled: 'отменён',
    canceled_by_client: 'отказ при получении',
    declined_by_client: 'отменён покупателем в первый час',
    defect: 'отменён из-за брака',
    ready_for_pickup: 'на пункте выдачи'
  },
  supplierStatuses: { new: 'новое', confirm: 'на сборке', complete: 'в доставке', cancel: 'отменено продавцом' },
  cargoTypes: { 0: 'любой груз', 1: 'МГТ', 2: 'СГТ', 3: 'КГТ+' }
}
