import type { Tables } from '../texts.ts'

const OTHER_UNIT = 'Возьмите другую единицу товара'
const SCAN_AGAIN = 'Отсканируйте код ещё раз'

/** Words for what the station names by a code: faults, stops, verdicts. */
export const tablesRu: Tables = {
  faults: {
    known: {
      paperOut: { title: 'Нет бумаги', remedy: 'Заправьте ленту, печать продолжится сама' },
      headOpen: { title: 'Принтер открыт', remedy: 'Закройте крышку до щелчка, печать продолжится сама' },
      paused: { title: 'Принтер на паузе', remedy: 'Нажмите кнопку паузы на принтере' },
      ribbonOut: { title: 'Кончилась красящая лента', remedy: 'Поставьте новую, печать продолжится сама' },
      tooHot: { title: 'Принтер перегрелся', remedy: 'Подождите пару минут, печать продолжится сама' },
      tooCold: { title: 'Принтер замёрз', remedy: 'Дайте ему согреться, печать продолжится сама' },
      bufferFull: { title: 'Принтер не успевает', remedy: 'Подождите, он допечатает и примет следующее' },
      labelWaiting: { title: 'Снимите этикетку', remedy: 'Принтер ждёт, пока её заберут' },
      cutter: { title: 'Застрял нож принтера', remedy: 'Откройте принтер и уберите обрезки, печать продолжится сама' },
      headFailed: {
        title: 'Сломана печатающая головка',
        remedy: 'Выключите и включите принтер. Не помогло — в ремонт'
      },
      motorHot: { title: 'Мотор принтера перегрелся', remedy: 'Подождите пару минут, печать продолжится сама' },
      stopped: { title: 'Принтер остановился', remedy: 'Посмотрите на принтер и его экран' },
      silent: { title: 'Принтер молчит', remedy: 'Проверьте бумагу и крышку, выключите и включите принтер' },
      unreachable: { title: 'Принтер не найден', remedy: 'Проверьте питание, кабель и адрес' },
      lost: { title: 'Принтер отключился', remedy: 'Проверьте кабель и питание, подключимся сами' },
      queueStopped: { title: 'Очередь печати остановлена', remedy: 'Возобновите её на ПК, печать продолжится сама' },
      queueGone: { title: 'Очередь печати не найдена', remedy: 'Включите службу печати или выберите другую очередь' },
      folderGone: { title: 'Папка для этикеток недоступна', remedy: 'Проверьте её и путь на экране «Устройства»' },
      absent: { title: 'Принтер не выбран', remedy: 'Добавьте его на экране «Устройства»' },
      noLabel: { title: 'Стикера ещё нет', remedy: 'Подождите, маркетплейс его готовит, и нажмите F3' },
      badLabel: { title: 'Стикер пришёл испорченным', remedy: 'Напечатайте его на портале маркетплейса' },
      expired: { title: 'Ждали слишком долго', remedy: 'Отсканируйте товар, стикер напечатается' },
      noReceiptPrinter: { title: 'Нет чекового принтера', remedy: 'Добавьте его на экране «Устройства»' },
      tooWide: { title: 'Не помещается на ленту', remedy: 'Выберите для неё принтер с лентой шире' },
      wrongPrinter: { title: 'Принтер такое не печатает', remedy: 'Выберите другой на экране «Устройства»' },
      connecting: { title: 'Подключаем принтер', remedy: 'Подождите немного' }
    },
    unknown: code => ({ title: 'Принтер остановился', remedy: 'Посмотрите на принтер и его экран', details: code })
  },
  warnings: {
    known: {
      calibrate: { title: 'откалибруйте носитель', remedy: 'В меню принтера: калибровка датчика этикеток' },
      cleanHead: { title: 'почистите головку', remedy: 'Протрите её спиртом, когда остынет' },
      replaceHead: { title: 'головка изношена', remedy: 'Закажите новую, пока печатает эта' },
      paperLow: { title: 'бумага кончается', remedy: 'Приготовьте новый рулон' },
      oneWay: { title: 'без ответа', remedy: 'Принтер не сообщает, что напечатал: спросим вас' }
    },
    unknown: code => ({ title: 'посмотрите на экран', remedy: 'Посмотрите на принтер и его экран', details: code })
  },
  blocks: {
    known: {
      tokenRefused: { title: 'Токен не принят', remedy: 'Выпустите новый на портале и подключите в настройках' },
      tokenExpired: { title: 'Токен просрочен', remedy: 'Выпустите новый на портале и подключите в настройках' },
      readOnly: { title: 'Токен только для чтения', remedy: 'Нужен токен с правом записи в «Маркетплейс»' },
      payment: { title: 'Кабинет не оплачен', remedy: 'Оплатите на портале. Работа пока копится здесь' },
      forbidden: { title: 'Нет доступа', remedy: 'Токену нужна категория «Маркетплейс»' },
      noToken: { title: 'Нет токена', remedy: 'Подключите кабинет в настройках' },
      pathGone: { title: 'Нужна новая версия программы', remedy: 'Маркетплейс сменил адрес. Обновите Verstak' }
    },
    unknown: code => ({ title: 'Кабинет остановлен', remedy: 'Проверьте токен в настройках', details: code })
  },
  decisions: {
    known: {
      filled: { title: 'код принят', remedy: 'Ничего делать не нужно' },
      sgtinIntroduced: { title: 'код в обороте', remedy: 'Ничего делать не нужно' },
      sgtinSoldB2B: { title: 'код продан юрлицу', remedy: 'Ничего делать не нужно' },
      imeiMaySell: { title: 'IMEI можно продавать', remedy: 'Ничего делать не нужно' },
      imeiSoldB2B: { title: 'IMEI продан юрлицу', remedy: 'Ничего делать не нужно' },
      deadlineExceeded: { title: 'проверка не успела, код принят', remedy: 'Ничего делать не нужно' },
      pending: { title: 'код проверяют', remedy: 'Подождите, ответ придёт сам' },
      optional: { title: 'код не указан, он не обязателен', remedy: 'Можно отправлять' },
      required: { title: 'код не указан', remedy: 'Отсканируйте код с упаковки' },
      sgtinInvalidFormat: { title: 'код записан неверно', remedy: SCAN_AGAIN },
      sgtinNoGS: { title: 'в коде нет разделителя GS', remedy: 'Включите в сканере передачу GS и отсканируйте снова' },
      sgtinHasInvalidSymbols: { title: 'в коде посторонние знаки', remedy: SCAN_AGAIN },
      sgtinHasNonLatinSymbols: { title: 'в коде русские буквы', remedy: 'Включите в сканере английскую раскладку' },
      sgtinInvalidPattern: { title: 'код не похож на маркировку', remedy: SCAN_AGAIN },
      sgtinNotFound: { title: 'код не найден в «Честном знаке»', remedy: OTHER_UNIT },
      sgtinEmitted: { title: 'код выпущен, но не нанесён', remedy: OTHER_UNIT },
      sgtinApplied: { title: 'код не введён в оборот', remedy: 'Введите его в оборот или возьмите другую единицу' },
      sgtinAppliedNotPaid: { title: 'код не оплачен', remedy: 'Оплатите его или возьмите другую единицу' },
      sgtinWrittenOff: { title: 'код списан', remedy: OTHER_UNIT },
      sgtinRetired: { title: 'код выбыл из оборота', remedy: OTHER_UNIT },
      sgtinWithdrawn: { title: 'код выведен из оборота', remedy: OTHER_UNIT },
      sgtinDisaggregated: { title: 'код расформирован', remedy: OTHER_UNIT },
      imeiInvalidFormat: { title: 'IMEI записан неверно', remedy: SCAN_AGAIN },
      imeiAlreadySold: { title: 'этот IMEI уже продан', remedy: OTHER_UNIT },
      LowExpirationDate: { title: 'срок годности слишком близко', remedy: 'Нужна дата не раньше чем через 30 дней' },
      MetaKeyNotRequired: { title: 'этому заказу код не нужен', remedy: 'Снимите с полки и пакуйте без него' },
      FailedToUpdateMeta: { title: 'код не записан', remedy: 'Проверьте заказ на портале' },
      StatusMismatch: { title: 'заказ уже не на сборке', remedy: 'Проверьте его статус на портале' }
    },
    unknown: code => ({
      title: 'маркетплейс ответил незнакомо',
      remedy: 'Отложите на полку проблем и проверьте на портале',
      details: code
    })
  },
  delays: {
    known: {
      offline: { title: 'Нет интернета', remedy: 'Отправим сами, когда появится' },
      timeout: { title: 'Маркетплейс долго не отвечает', remedy: 'Повторим сами' },
      server: { title: 'У маркетплейса неполадки', remedy: 'Повторим сами' },
      limited: { title: 'Ждём очереди у маркетплейса', remedy: 'Отправим сами, как разрешит' },
      blocked: { title: 'Кабинет остановлен', remedy: 'Проверьте токен в настройках' },
      broken: { title: 'Ответ маркетплейса не разобрать', remedy: 'Обновите Verstak' },
      connectionLost: { title: 'Связь прервалась на отправке', remedy: 'Сначала проверим, дошло ли' }
    },
    unknown: code => ({ title: 'Маркетплейс не принял', remedy: 'Проверьте на портале и повторите', details: code })
  },
  connect: {
    notToken: { title: 'Это не токен', remedy: 'Скопируйте его на портале целиком: три части через точку' },
    expired: { title: 'Токен просрочен', remedy: 'Выпустите новый на портале' },
    noMarketplace: {
      title: 'Токен не для «Маркетплейса»',
      remedy: 'Выпустите новый и отметьте категорию «Маркетплейс»'
    },
    readOnly: { title: 'Токен только для чтения', remedy: 'Выпустите новый, с правом записи' },
    tokenRefused: { title: 'Маркетплейс не принял токен', remedy: 'Возможно, его отозвали. Выпустите новый' },
    payment: { title: 'Кабинет не оплачен', remedy: 'Оплатите на портале и подключите снова' },
    forbidden: { title: 'Нет доступа', remedy: 'Проверьте права токена на портале' },
    unreachable: { title: 'Маркетплейс недоступен', remedy: 'Проверьте интернет и попробуйте ещё раз' }
  }
}
