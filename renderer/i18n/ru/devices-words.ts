import type { Format } from '../format.ts'
import type { DevicesWords } from '../en/devices-words.ts'
import { scannerWordsRu } from './scanner-words.ts'

/** Words of the devices screen in Russian. */
export function devicesWordsRu(format: Format): DevicesWords {
  const mm = (tenths: number) => `${format.number(tenths / 10)} мм`
  return {
    title: 'Устройства',
    printers: 'Принтеры',
    noPrinters: 'Принтера ещё нет: добавьте тот, что стоит у стола',
    addPrinter: 'Добавить принтер',
    add: 'Добавить',
    remove: 'Убрать принтер',
    removeAsk: name => `Убрать принтер «${name}»?`,
    removeWhat: 'Его этикетки уйдут на другой принтер, который умеет их печатать. Настройки и калибровку забудем',
    removeDo: name => `Убрать «${name}»`,
    name: 'Имя: где стоит или что печатает',
    usualName: count => `Принтер ${count}`,
    states: { ready: 'готов', connecting: 'подключаем', absent: 'не подключён' },
    ready: { title: 'Готов', remedy: 'Печатает сразу' },
    absent: { title: 'Такого принтера здесь нет', remedy: 'Учебный принтер есть только в тренировке' },
    waitingLabels: count =>
      `${format.plural(count, { one: 'ждёт', other: 'ждут' })} ${format.count(count, { one: 'этикетка', few: 'этикетки', other: 'этикеток' })}`,
    connection: 'Подключение',
    linkKinds: {
      usb: 'USB',
      lp: 'USB через Linux',
      tcp: 'Сеть',
      serial: 'COM-порт',
      queue: 'Очередь печати',
      folder: 'Папка',
      practice: 'Учебный'
    },
    linkHints: {
      usb: 'Напрямую в принтер, с ответами. В Windows ему нужен драйвер WinUSB',
      lp: 'Через драйвер самой системы, /dev/usb/lp',
      tcp: 'Адрес — на экране принтера или на его самопроверке',
      serial: '8-N-1 с XON/XOFF, как у большинства с завода',
      queue: 'Очередь системы, которая передаёт этикетки как есть',
      folder: 'Каждая этикетка станет файлом для другой программы',
      practice: 'Печатает на учебный стол'
    },
    queueNamed: queue => `очередь ${queue}`,
    folderNamed: path => `папка ${path}`,
    practice: 'на учебном столе',
    plugged: 'Подключено',
    nothingPlugged: 'Не нашли: подключите и включите принтер',
    choose: 'Выберите',
    lookAgain: 'Поискать ещё',
    printerPort: 'COM-порт',
    printerBaud: 'Скорость, бод',
    queue: 'Очередь',
    noQueues: 'Очередей в системе нет',
    host: 'Адрес',
    port: 'Порт',
    folder: 'Папка',
    extension: 'Расширение файлов',
    connect: 'Подключить так',
    profile: 'Что это за принтер',
    language: 'Печатает',
    languages: { zpl: 'Этикетки (ZPL)', escpos: 'Чеки (ESC/POS)' },
    dpi: 'Точек на дюйм',
    media: 'Этикетка, мм',
    medias: { '58x40': '58 × 40', '40x30': '40 × 30', '58x60': '58 × 60', '75x120': '75 × 120' },
    paper: 'Ширина бумаги, мм',
    handling: 'Готовую этикетку',
    handlings: { tear: 'Отрываем', peel: 'Отделяет сам', cut: 'Режет нож' },
    darkness: 'Темнота',
    speed: 'Скорость, дюйм/с',
    asSet: 'Как в принтере',
    rotation: 'Поворот',
    rotations: { 0: 'Прямо', 90: '90°', 180: '180°', 270: '270°' },
    testLabel: 'Пробная этикетка',
    testHint: 'Рамка стоит в 2 мм от каждого края, буквы чёткие',
    printTest: 'Напечатать пробную',
    printReceipt: 'Напечатать образец чека',
    printCodes: 'Напечатать коды проверки',
    noPicture: 'Чек здесь не рисуем: напечатайте и посмотрите',
    calibration: 'Калибровка',
    calibrated: (across, down) => {
      const moves = [
        across === 0 ? '' : `${mm(Math.abs(across))} ${across < 0 ? 'вправо' : 'влево'}`,
        down === 0 ? '' : `${mm(Math.abs(down))} ${down < 0 ? 'вниз' : 'вверх'}`
      ].filter(move => move !== '')
      return moves.length === 0 ? 'без сдвига' : `сдвигаем на ${moves.join(', ')}`
    },
    calibrationSteps: [
      'Напечатайте этикетку с линейками',
      'Посмотрите, где край этикетки срезал линейку. Целая — сдвига нет',
      'Выберите этот край и введите число, которое стоит у него',
      'Сохраните и напечатайте пробную: рамка должна быть в 2 мм от каждого края'
    ],
    printRuler: 'Напечатать линейки',
    across: 'Линейка поперёк',
    down: 'Линейка вдоль',
    acrossEdges: { whole: 'Целая', minus: 'Срезана слева −', plus: 'Срезана справа +' },
    downEdges: { whole: 'Целая', minus: 'Срезана сверху −', plus: 'Срезана снизу +' },
    cutAt: 'Число у края, мм',
    tooFar: 'От 0,1 до 10 мм; если больше, поправьте сам принтер',
    acrossSays: tenths =>
      tenths === 0
        ? 'Сдвигать не нужно'
        : tenths < 0
          ? `Печать ушла влево на ${mm(-tenths)}: вернём вправо`
          : `Печать ушла вправо на ${mm(tenths)}: вернём влево`,
    downSays: tenths =>
      tenths === 0
        ? 'Сдвигать не нужно'
        : tenths < 0
          ? `Печать ушла вверх на ${mm(-tenths)}: опустим`
          : `Печать ушла вниз на ${mm(tenths)}: поднимем`,
    save: 'Сохранить',
    routes: 'Куда какая этикетка',
    routesHint: 'Запасной вступает через 10 с, если первый не может печатать',
    routesAll: 'всё само',
    routesSome: count =>
      `${format.plural(count, { one: 'назначен', other: 'назначено' })} ${format.count(count, { one: 'вид', few: 'вида', other: 'видов' })}`,
    kind: 'Этикетка',
    kinds: {
      sticker: 'Стикер заказа',
      supplyQr: 'QR поставки',
      supplySheet: 'Лист поставки',
      separator: 'Разделитель волны',
      box: 'Ярлык короба',
      shelf: 'Ярлык полки проблем',
      markingCode: 'Код маркировки',
      commands: 'Лист команд',
      badge: 'Бейдж сборщика',
      packingSlip: 'Упаковочный лист (чек)',
      pickupReceipt: 'Чек выдачи'
    },
    printer: 'Принтер',
    fallback: 'Запасной',
    automatic: name => `Сам: ${name}`,
    nowhere: 'Печатать не на чем',
    nobody: 'Нет',
    expireBefore: 'Этикетки, которые ждут дольше',
    expireAfter: 'минут, уже не печатаем',
    scanner: 'Сканеры',
    scannerTyping: 'Сканеры-клавиатуры',
    scannerTypingPlace: 'USB или Bluetooth, работают сразу',
    scannerPractice: 'Учебный сканер',
    scannerPracticePlace: 'для вещей на учебном столе',
    scannerLost: 'отключён',
    scannerNotFound: 'не найден',
    scannerLostWhat: { title: 'Отключён', remedy: 'Подключите снова: заработает сразу' },
    scannerNotFoundWhat: { title: 'Не найден', remedy: 'Подключите его; порт не должна занимать другая программа' },
    scannerReady: { title: 'Готов', remedy: 'Сканы читаем, какое бы окно ни было впереди' },
    scannerConnecting: { title: 'Подключаем', remedy: 'Подождите немного' },
    checkHint: 'Четыре кода на экране: что приходит и что настроить',
    addScanner: 'Добавить сканер',
    repeatMs: 'Тот же код снова считать через',
    wedgeGapMs: 'Пауза между знаками скана не дольше',
    milliseconds: value => `${format.number(value)} мс`,
    scanners: scannerWordsRu
  }
}
