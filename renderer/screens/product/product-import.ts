import { CARDS_AT_ONCE } from '../../../shared/contract/cards-methods.ts'
import type { Page } from '../../page.ts'
import type { PageStore } from '../../store.ts'
import { csvRows, textOf } from '../../tables/read-csv.ts'
import { TooManyRows } from '../../tables/rest.ts'
import { xlsxRows } from '../../tables/read-xlsx.ts'
import {
  fileName,
  productLines,
  type ImportFailure,
  type ProductImport,
  type ProductLine,
  type ProductTable
} from './product-table.ts'

const TABLE_BYTES = 20 * 1024 * 1024
const MOST_LINES = 100_000
/** As large as the marketplace's own small pictures (px). */
const PICTURE = { width: 246, height: 328 }

type ImportPage = Pick<Page, 'store' | 'calls'>

/** Takes the seller's own list from a table and the pictures chosen with it; what became of it stands in the store. */
export async function importProducts(page: ImportPage, files: readonly File[]): Promise<void> {
  const say = (productImport: ProductImport | null) => page.store.setState({ productImport })
  if (isReading(page.store)) return
  try {
    say(await imported(page, files, say))
  } catch {
    // Nothing here may leave "reading" standing for ever.
    say({ kind: 'failed', why: 'notKept' })
  }
}

/** How it ended, null: it was not begun; throws for what nobody foresaw. */
async function imported(
  page: ImportPage,
  files: readonly File[],
  say: (reading: ProductImport) => void
): Promise<ProductImport | null> {
  const table = files.find(({ name }) => /\.(?:csv|txt|tsv|xlsx)$/i.test(name))
  if (table === undefined) return failed('noTable')
  if (table.size > TABLE_BYTES) return failed('tooLarge')
  say({ kind: 'reading', done: 0, all: 0 })
  const rows = await rowsOf(table)
  if (typeof rows === 'string') return failed(rows)
  const read = await productLines(rows)
  if (read === null) return failed('noHead')
  if (read.taken.length === 0) return failed('empty')
  if (read.taken.length > MOST_LINES) return failed('tooLarge')
  const begun = await page.calls.tell('cards.beginOwn', undefined)
  // Why it could not is told by itself: a lead's PIN was not entered, say.
  if (begun === null) return null
  if (begun.kind === 'busy') return failed('busy')
  try {
    return await kept(page, begun.batch, files, read, say)
  } finally {
    // Nothing where it is whole.
    await page.calls.act('cards.leaveOwn', { batch: begun.batch })
  }
}

async function kept(
  { calls }: ImportPage,
  batch: string,
  files: readonly File[],
  { taken, left }: ProductTable,
  say: (reading: ProductImport) => void
): Promise<ProductImport> {
  const named = new Set(taken.map(({ picture }) => picture).filter(name => name !== ''))
  const chosen = new Map(files.map(file => [fileName(file.name), file]))
  const wanted = [...named].flatMap(name => chosen.get(name) ?? [])
  const all = wanted.length + taken.length
  const names = new Map<string, string>()
  const bad: string[] = []
  for (const [done, file] of wanted.entries()) {
    say({ kind: 'reading', done, all })
    const data = await smallPicture(file)
    const name = data === null ? null : await calls.tell('cards.keepPicture', { batch, data })
    if (name === null) bad.push(file.name)
    else names.set(fileName(file.name), name)
  }
  const isKept = await keepLines(calls, batch, taken, names, done =>
    say({ kind: 'reading', done: wanted.length + done, all })
  )
  if (!isKept) return failed('notKept')
  const missing = [...named].filter(name => !chosen.has(name))
  return { kind: 'taken', lines: taken.length, pictures: names.size, left, missing, bad }
}

function failed(why: ImportFailure): ProductImport {
  return { kind: 'failed', why }
}

function isReading(store: PageStore): boolean {
  return store.getState().productImport?.kind === 'reading'
}

async function rowsOf(table: File): Promise<string[][] | 'tooLarge' | 'unreadable'> {
  try {
    const bytes = new Uint8Array(await table.arrayBuffer())
    return /\.xlsx$/i.test(table.name) ? await xlsxRows(bytes) : await csvRows(textOf(bytes))
  } catch (error) {
    // Whatever else is wrong with it, the person is told to save it anew.
    return error instanceof TooManyRows ? 'tooLarge' : 'unreadable'
  }
}

async function keepLines(
  calls: Page['calls'],
  batch: string,
  lines: readonly ProductLine[],
  pictures: ReadonlyMap<string, string>,
  onDone: (lines: number) => void
): Promise<boolean> {
  for (let from = 0; from < lines.length; from += CARDS_AT_ONCE) {
    onDone(from)
    const cards = lines
      .slice(from, from + CARDS_AT_ONCE)
      .map(line => ({ ...line, picture: pictures.get(line.picture) ?? '' }))
    if ((await calls.tell('cards.keepOwn', { batch, cards })) !== true) return false
  }
  return (await calls.tell('cards.ownIsWhole', { batch })) === true
}

/** A picture made small enough for a list, base64 (WebP); null: the browser can't read or draw it. */
async function smallPicture(file: File): Promise<string | null> {
  try {
    const drawn = await createImageBitmap(file)
    const scale = Math.min(1, PICTURE.width / drawn.width, PICTURE.height / drawn.height)
    const side = (px: number) => Math.max(1, Math.round(px * scale))
    const canvas = new OffscreenCanvas(side(drawn.width), side(drawn.height))
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height)
    drawn.close()
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
  } catch {
    return null
  }
}
