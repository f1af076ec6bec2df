import type { ScannerWords } from '../en/scanner-words.ts'

/** Words for setting up the scanners in Russian. */
export const scannerWordsRu: ScannerWords = {
  none: 'Сканер, который печатает как клавиатура, работает сразу; сканер на COM-порту добавьте здесь',
  name: 'Чей он или где лежит',
  usualName: count => `Сканер ${count}`,
  remove: 'Убрать',
  add: 'Добавить',
  found: 'Подключено',
  nothingFound: 'Больше ничего не подключено',
  lookAgain: 'Поискать ещё',
  line: 'Линия',
  baudRate: 'Скорость, бод',
  dataBits: 'Биты данных',
  stopBits: 'Стоп-биты',
  parity: 'Чётность',
  parities: { none: 'Нет', even: 'Чётная', odd: 'Нечётная', mark: 'Единица', space: 'Ноль' },
  suffix: 'Скан кончается на',
  suffixes: {
    any: 'CR, LF, Tab или ETX',
    cr: 'CR',
    lf: 'LF',
    crlf: 'CR LF',
    tab: 'Tab',
    etx: 'ETX (перед сканом STX)',
    pause: 'Паузу'
  },
  takesOff: 'Исправляем в каждом скане',
  takesBefore: text => `«${text}» перед кодом`,
  takesAfter: text => `«${text}» после кода`,
  takesForGs: text => `«${text}» вместо GS`,
  takeNothing: 'Не исправлять',
  encoding: 'Буквы',
  encodings: { auto: 'UTF-8 или Windows-1251', utf8: 'UTF-8', windows1251: 'Windows-1251' }
}
