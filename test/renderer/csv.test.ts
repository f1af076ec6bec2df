import { expect, test } from 'vitest'
import { csvLines } from '../../renderer/csv.ts'

test('a table keeps what its fields hold, and none of them is taken for a formula', () => {
  expect(csvLines([['Заказ', 'a;b', 'say "yes"', 'two\nlines', '']], 'ru')).toBe(
    'Заказ;"a;b";"say ""yes""";"two\nlines";\r\n'
  )
  const numbers = csvLines([['-12', '-12,50', '=1+1', '+7 900', '@me', '-rm']], 'ru')
  expect(numbers).toBe("-12;-12,50;'=1+1;'+7 900;'@me;'-rm\r\n")
  expect(csvLines([], 'ru')).toBe('')
})

test('a number is written as a program for tables of that language reads it, and no text is taken for one', () => {
  const rows = [['12.05', 12.05, -7.5, 3, 0]]
  expect(csvLines(rows, 'ru')).toBe('12.05;12,05;-7,5;3;0\r\n')
  expect(csvLines(rows, 'en')).toBe('12.05;12.05;-7.5;3;0\r\n')
})
