import { expect, test } from 'vitest'
import { fileName, productLines } from '../../renderer/screens/product/product-table.ts'

const words = { name: '', color: '', size: '', place: '', picture: '' }

test('headers in Russian and in English, in any order, with whatever stands between', async () => {
  for (const head of [
    ['Место', 'Комментарий', 'Баркод', 'Название', 'Цвет', 'Размер', 'Файл картинки'],
    ['place', 'Comment', 'BARCODE', 'Name', 'Colour', 'Size', 'Picture file']
  ]) {
    const read = await productLines([[], head, ['A-1', 'x', '4601', 'Mug', 'red', 'M', 'C:\\Фото\\Mug.JPG']])
    const line = { code: '4601', name: 'Mug', color: 'red', size: 'M', place: 'A-1', picture: 'mug.jpg' }
    expect(read).toEqual({ taken: [line], left: [] })
  }
})

test('a line is of its barcodes, and where it has none of its article', async () => {
  const read = await productLines([
    ['Артикул', 'Штрихкод', 'Ячейка'],
    ['mug', '4601, 4602', 'A-1'],
    ['LAMP', '', 'A-2']
  ])
  expect(read?.taken).toEqual([
    { ...words, code: '4601', place: 'A-1' },
    { ...words, code: '4602', place: 'A-1' },
    { ...words, code: 'lamp', place: 'A-2' }
  ])
})

test('lines that can’t be taken are told by their number, and the others come', async () => {
  const read = await productLines([
    ['article', 'name'],
    ['', 'nameless'],
    [],
    ['mug', 'Mug'],
    ['MUG', 'again'],
    ['lamp', 'L'.repeat(201)],
    ['shelf', '']
  ])
  expect(read?.taken.map(({ code }) => code)).toEqual(['mug', 'shelf'])
  expect(read?.left).toEqual([
    { line: 2, why: 'noCode' },
    { line: 5, why: 'twice' },
    { line: 6, why: 'tooLong' }
  ])
})

test('a table that names neither barcodes nor articles is none', async () => {
  expect(
    await productLines([
      ['name', 'place'],
      ['Mug', 'A-1']
    ])
  ).toBeNull()
  expect(await productLines([])).toBeNull()
})

test('a picture is found by its name alone', () => {
  expect(['/home/me/Mug.png', 'D:\\Mug.PNG', ' mug.png '].map(fileName)).toEqual(['mug.png', 'mug.png', 'mug.png'])
})
