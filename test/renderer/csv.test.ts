import { expect, test } from 'vitest'
import { csvLines } from '../../renderer/csv.ts'

test('a table keeps what its fields hold, and none of them is taken for a formula', () => {
  expect(csvLines([['Заказ', 'a;b', 'say "yes"', 'two\nlines', '']])).toBe(
    'Заказ;"a;b";"say ""yes""";"two\nlines";\r\n'
  )
  const numbers = csvLines([['-12', '-12,50', '=1+1', '+7 900', '@me', '-rm']])
  expect(numbers).toBe("-12;-12,50;'=1+1;'+7 900;'@me;'-rm\r\n")
  expect(csvLines([])).toBe('')
})
