import type { ScannerTestWords } from '../texts.ts'

/** Words of the check of a scanner in Russian. */
export const scannerTestWordsRu: ScannerTestWords = {
  title: 'Проверка сканера',
  start: 'Проверить сканер',
  scanThis: 'Отсканируйте этот код',
  codes: {
    digits: 'Штрихкод товара',
    letters: 'Буквы и знаки',
    marking: 'Код маркировки',
    long: 'Самый длинный код'
  },
  typing: 'Сканер-клавиатура',
  received: 'Что пришло',
  nothingYet: 'Сканируйте коды по очереди. Пока открыта проверка, сканы не попадают на стол сборки.',
  allFine: { title: 'Сканер настроен', remedy: 'Все четыре кода пришли как есть. Можно собирать.' },
  apply: 'Применить',
  next: 'Дальше',
  close: 'Закрыть',
  findings: {
    ok: () => ({ title: 'Прочитано верно', remedy: 'Сканируйте следующий код.' }),
    noGs: () => ({
      title: 'Сканер не передаёт разделитель GS',
      remedy: 'Найдите в его инструкции «GS1», «FNC1» или «GS» и включите передачу.'
    }),
    gsReplaced: ({ by, undone }, mends) => ({
      title: `Вместо GS сканер шлёт ${shown(by)}`,
      remedy: undone
        ? 'Программа это понимает. Надёжнее включить в сканере сам GS.'
        : mends
          ? '«Применить» вернёт GS на место.'
          : 'Выключите в сканере замену GS (FNC1).'
    }),
    aimPrefix: ({ aim }) => ({
      title: `Сканер называет вид кода: ${aim}`,
      remedy: 'Так хорошо, оставьте включённым.'
    }),
    foreignPrefix: ({ text }, mends) => ({
      title: `Перед кодом сканер добавляет ${shown(text)}`,
      remedy: mends ? '«Применить» уберёт это из каждого скана.' : 'Выключите в сканере префикс.'
    }),
    foreignSuffix: ({ text }, mends) => ({
      title: `После кода сканер добавляет ${shown(text)}`,
      remedy: mends ? '«Применить» уберёт это из каждого скана.' : 'Выключите в сканере суффикс, кроме Enter (CR).'
    }),
    noSuffix: (_, mends) =>
      mends
        ? { title: 'Скан кончается не так, как в настройках', remedy: '«Применить» поставит тот конец, что пришёл.' }
        : { title: 'У скана нет конца: он виден только по паузе', remedy: 'Включите в сканере суффикс CR (Enter).' },
    layoutRussian: ({ undone }) =>
      undone
        ? { title: 'Включена русская раскладка', remedy: 'Не мешает: программа смотрит на места клавиш.' }
        : {
            title: 'Вместо латинских букв пришли русские',
            remedy: 'Переключите клавиатуру на английский или сканер на USB-COM.'
          },
    layoutOther: () => ({
      title: 'Сканер печатает для клавиатуры другой страны',
      remedy: 'Выберите в сканере клавиатуру США (USA).'
    }),
    caseSwapped: ({ capsLock }) => ({
      title: 'Заглавные и строчные буквы поменялись местами',
      remedy: capsLock ? 'Нажмите на клавиатуре CapsLock, чтобы он погас.' : 'Выключите в сканере смену регистра.'
    }),
    allUpper: () => ({
      title: 'Сканер делает все буквы заглавными',
      remedy: 'Выключите в сканере смену регистра.'
    }),
    allLower: () => ({
      title: 'Сканер делает все буквы строчными',
      remedy: 'Выключите в сканере смену регистра.'
    }),
    capsLock: () => ({
      title: 'Включён CapsLock',
      remedy: 'Этот код верен, но погасите его: есть сканеры, что при нём меняют регистр.'
    }),
    truncated: ({ where, kept, of }) => ({
      title: `У кода обрезано ${where === 'end' ? 'окончание' : 'начало'}: знаков пришло ${kept} из ${of}`,
      remedy: cutRemedy(where, kept, of)
    }),
    slow: ({ gapMs, proposedMs }, mends) => ({
      title: `Сканер печатает медленно: между знаками до ${gapMs} мс`,
      remedy: mends
        ? `«Применить» разрешит ${proposedMs} мс. Ещё лучше убрать паузу в самом сканере.`
        : 'Уберите в сканере паузу между знаками (inter-character delay).'
    }),
    slowLine: ({ ms }) => ({
      title: `Скан шёл по линии ${ms} мс`,
      remedy: 'Поставьте скорость 115200 в сканере и в «Линии»; по Bluetooth подойдите ближе.'
    }),
    split: (_, mends) => ({
      title: 'Один скан пришёл двумя частями',
      remedy: mends
        ? 'После «Применить» программа будет ждать конца скана.'
        : 'Включите в сканере суффикс CR (Enter); по Bluetooth подойдите ближе.'
    }),
    wrongEncoding: (finding, mends) => {
      switch (finding.how) {
        case 'parity':
          return {
            title: 'Сканер шлёт 7 бит данных и бит чётности',
            remedy: mends ? '«Применить» настроит линию так же.' : 'Выберите в сканере 8 бит без чётности.'
          }
        case 'utf16':
          return {
            title: 'Сканер шлёт по два байта на знак',
            remedy: 'Выберите в сканере кодировку ASCII или UTF-8.'
          }
        case 'garbled':
          return {
            title: 'Пришли знаки, каких в кодах не бывает',
            remedy: 'Поставьте в «Линии» скорость из инструкции сканера.'
          }
      }
    },
    notThisCode: () => ({ title: 'Это не один из четырёх кодов', remedy: 'Наведите сканер на код с экрана.' })
  }
}

function cutRemedy(where: 'end' | 'start', kept: number, of: number): string {
  if (of === 13 && kept === 12) return 'Включите в сканере передачу контрольной цифры EAN-13.'
  return where === 'end'
    ? 'Увеличьте в сканере наибольшую длину кода; по Bluetooth подойдите ближе.'
    : 'Выключите в сканере удаление первых знаков.'
}

function shown(text: string): string {
  return `«${text.replaceAll(' ', '␣')}»`
}
