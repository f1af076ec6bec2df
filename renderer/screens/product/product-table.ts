import { CARD_TEXT_MAX, type CardWords } from '../../../shared/domain/orders/product-card.ts'
import { Rest } from '../../tables/rest.ts'

/** A line of a seller's table that can be taken; `picture`: a file's name in small letters, '' = none. */
export interface ProductLine extends CardWords {
  readonly code: string
  readonly picture: string
}

/** What a table holds. */
export interface ProductTable {
  readonly taken: readonly ProductLine[]
  readonly left: readonly LeftLine[]
}

export interface LeftLine {
  /** As the table numbers it, from 1. */
  readonly line: number
  readonly why: 'noCode' | 'twice' | 'tooLong'
}

/** Why nothing was taken. */
export type ImportFailure = 'noTable' | 'unreadable' | 'noHead' | 'empty' | 'busy' | 'tooLarge' | 'notKept'

/** How far the reading of the seller's own list is, or how it ended; it goes on while other screens are looked at. */
export type ProductImport =
  | { readonly kind: 'reading'; readonly done: number; readonly all: number }
  | { readonly kind: 'failed'; readonly why: ImportFailure }
  | {
      readonly kind: 'taken'
      readonly lines: number
      readonly pictures: number
      readonly left: readonly LeftLine[]
      /** Files that the table names and nobody chose. */
      readonly missing: readonly string[]
      /** Files that are no pictures. */
      readonly bad: readonly string[]
    }

/** How columns are called, in small letters without blanks and signs; the first that fits is taken. */
const HEADS = {
  barcode: ['баркод', 'баркоды', 'штрихкод', 'шк', 'ean', 'ean13', 'gtin', 'barcode', 'barcodes', 'sku'],
  article: ['артикул', 'артикулпродавца', 'артикулпоставщика', 'article', 'vendorcode', 'suppliersarticle'],
  name: ['название', 'наименование', 'товар', 'имя', 'name', 'title', 'product'],
  color: ['цвет', 'color', 'colour'],
  size: ['размер', 'size'],
  place: ['место', 'местохранения', 'ячейка', 'адрес', 'полка', 'place', 'location', 'cell', 'bin', 'shelf'],
  picture: [
    'картинка',
    'фото',
    'изображение',
    'файлкартинки',
    'файл',
    'picture',
    'image',
    'photo',
    'picturefile',
    'imagefile',
    'file'
  ]
} as const
type Column = keyof typeof HEADS

/**
 * The lines of a seller's table; null where its first filled line names neither barcodes nor articles. A cell of barcodes
 * may hold several; without one the article is what the line is for. Lines that can't be taken are told, the others come.
 */
export async function productLines(rows: readonly (readonly string[])[]): Promise<ProductTable | null> {
  const headAt = rows.findIndex(isFilled)
  const columns = columnsOf(rows[headAt] ?? [])
  if (columns.barcode === undefined && columns.article === undefined) return null
  const taken: ProductLine[] = []
  const left: LeftLine[] = []
  const seen = new Set<string>()
  const rest = new Rest()
  for (const [place, row] of rows.entries()) {
    if (rest.isDue()) await rest.take()
    if (place <= headAt || !isFilled(row)) continue
    const cell = (column: Column) => (row[columns[column] ?? -1] ?? '').trim()
    const barcodes = cell('barcode')
      .split(/[\s,;]+/)
      .filter(code => code !== '')
    const codes = (barcodes.length > 0 ? barcodes : [cell('article')].filter(code => code !== '')).map(code =>
      code.toLowerCase()
    )
    const words = { name: cell('name'), color: cell('color'), size: cell('size'), place: cell('place') }
    const picture = fileName(cell('picture'))
    const fresh = codes.filter(code => !seen.has(code))
    const line = place + 1
    if (codes.length === 0) left.push({ line, why: 'noCode' })
    else if (fresh.length === 0) left.push({ line, why: 'twice' })
    else if ([...fresh, picture, ...Object.values(words)].some(({ length }) => length > CARD_TEXT_MAX)) {
      left.push({ line, why: 'tooLong' })
    } else {
      for (const code of new Set(fresh)) {
        seen.add(code)
        taken.push({ code, ...words, picture })
      }
    }
  }
  return { taken, left }
}

function columnsOf(head: readonly string[]): { readonly [C in Column]?: number } {
  const names = head.map(name =>
    name
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll(/[^a-zа-я0-9]/g, '')
  )
  const found = Object.entries(HEADS).map(([column, known]) => {
    const at = names.findIndex(name => known.some(one => one === name))
    return [column, at < 0 ? undefined : at] as const
  })
  return Object.fromEntries(found.filter(([, at]) => at !== undefined))
}

function isFilled(row: readonly string[]): boolean {
  return row.some(cell => cell.trim() !== '')
}

/** A picture's name without its folders, whichever system wrote it. */
export function fileName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? '').trim().toLowerCase()
}
