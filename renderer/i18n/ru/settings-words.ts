import type { Format } from '../format.ts'
import type { SettingsWords } from '../en/settings-words.ts'

/** Words of the settings screen in Russian. */
export function settingsWordsRu(format: Format): SettingsWords {
  return {
    title: 'Настройки',
    look: 'Вид',
    language: 'Язык',
    theme: 'Цвета',
    themes: { system: 'Как на ПК', light: 'Светлые', dark: 'Тёмные', contrast: 'Контрастные' },
    textSize: 'Размер текста',
    textSizes: { normal: 'Обычный', large: 'Крупный', huge: 'Огромный' },
    volume: 'Громкость',
    percent: share => `${Math.round(share * 100)} %`,
    test: 'Послушать',
    voice: 'Говорить следующий шаг вслух',
    packing: 'Сборка',
    printWhen: 'Стикер печатать',
    printWhens: { atOnce: 'Сразу, как собраны коды', onCommand: 'По команде «Печать»' },
    signIn: 'Сначала сканировать бейдж',
    scanBack: 'Сканировать наклеенный стикер',
    optionalCodes: 'Необязательные коды',
    optionalCodesChoices: { ask: 'Спрашивать', skip: 'Не брать', ifScanned: 'Брать, если отсканируют' },
    edition: 'Редакция API маркетплейса',
    editions: { auto: 'По сегодняшней дате', seed: 'Первая', successor: 'Вторая' },
    pollSeconds: 'Новые заказы спрашивать каждые',
    seconds: value => `${format.number(value)} с`,
    packers: 'Сборщики',
    packerId: 'Номер на бейдже',
    packerName: 'Имя',
    packerHint: 'Номер: до 12 цифр или заглавных латинских букв',
    packerTaken: name => `Номер занят: ${name}`,
    rename: 'Переименовать',
    saveName: 'Сохранить',
    addPacker: 'Добавить',
    printBadge: 'Напечатать бейдж',
    vouched: 'GTIN, за которые поручились',
    vouchedHint: 'На вопрос «код точно от этого товара?» ответили «да». Ошиблись — забудьте: спросим снова',
    vouchedBy: (packer, when) => `${packer ?? 'без бейджа'}, ${when}`,
    forgetGtin: 'Забыть',
    commands: 'Лист команд',
    commandsHint: 'Приклейте у стола: любая команда — один скан',
    printCommands: 'Напечатать лист',
    account: 'Кабинет',
    kinds: { none: 'Не подключён', practice: 'Тренировка', live: 'Подключён' },
    seller: 'Продавец',
    tokenTypes: {
      base: 'Базовый токен',
      test: 'Тестовый токен',
      personal: 'Персональный токен',
      service: 'Сервисный токен',
      other: 'Токен'
    },
    lacks: {
      base: 'Базовому токену часть методов закрыта, а другие дают десять запросов в час: доставка продавцом, самовывоз, доставка курьером. Лучше выпустите персональный',
      test: 'Тестовый токен работает только в песочнице: настоящих заказов там нет'
    },
    authorization: 'Токен в запросах',
    authorizations: { raw: 'Как есть', bearer: 'Со словом Bearer' },
    expires: (date, left) => `Токен до ${date}, осталось ${left}`,
    expired: date => `Токен закончился ${date}`,
    sandbox: 'Песочница маркетплейса',
    vaults: {
      safe: 'Токен хранится зашифрованным',
      plain: 'Токен хранится без защиты',
      none: 'Токен только на этот запуск'
    },
    leave: 'Выйти из кабинета',
    endPractice: 'Закончить тренировку',
    leaveAsk: 'Выйти из кабинета? Токен забудем, очередь останется на этом ПК',
    endPracticeAsk: 'Закончить тренировку? Учебный стол будет убран'
  }
}
