import { CARDS_AT_ONCE } from '../../../shared/contract/cards-methods.ts'
import type { Page } from '../../page.ts'
import type { PageStore } from '../../store.ts'
import { csvRows, textOf } from '../../tables/read-csv.ts'
import { xlsxRows } from '../../tables/read-xlsx.ts'
import { fileName, productLines, type ProductImport, type ProductLine } from './product-table.ts'

const TABLE_BYTES = 20 * 1024 * 1024
const MOST_LINES = 100_000
/** As large as the marketplace's own small pictures (px). */
const PICTURE = { width: 246, height: 328 }

/** Takes the seller's own list from a table and the pictures chosen with it; what became of it stands in the store. */
export async function importProducts(page: Page, files: readonly File[]): Promise<void> {
  const say = (productImport: ProductImport) => page.store.setState({ productImport })
  if (isReading(page.store)) return
  const table = files.find(({ name }) => /\.(?:csv|txt|tsv|xlsx)$/i.test(name))
  if (table === undefined) return say({ kind: 'failed', why: 'noTable' })
  if (table.size > TABLE_BYTES) return say({ kind: 'failed', why: 'tooLarge' })
  say({ kind: 'reading', done: 0, all: 0 })
  const rows = await rowsOf(table)
  if (rows === null) return say({ kind: 'failed', why: 'unreadable' })
  const read = productLines(rows)
  if (read === null) return say({ kind: 'failed', why: 'noHead' })
  if (read.taken.length > MOST_LINES) return say({ kind: 'failed', why: 'tooLarge' })
  const named = new Set(read.taken.map(({ picture }) => picture).filter(name => name !== ''))
  const chosen = new Map(files.filter(file => file !== table).map(file => [fileName(file.name), file]))
  const wanted = [...named].flatMap(name => chosen.get(name) ?? [])
  const all = wanted.length + read.taken.length
  const kept = new Map<string, string>()
  const bad: string[] = []
  for (const [done, file] of wanted.entries()) {
    say({ kind: 'reading', done, all })
    const data = await smallPicture(file)
    const name = data === null ? null : await page.calls.tell('cards.keepPicture', { data })
    if (name === null) bad.push(file.name)
    else kept.set(fileName(file.name), name)
  }
  const isKept = await keepLines(page, read.taken, kept, done =>
    say({ kind: 'reading', done: wanted.length + done, all })
  )
  if (!isKept) return say({ kind: 'failed', why: 'notKept' })
  const missing = [...named].filter(name => !chosen.has(name))
  say({ kind: 'taken', lines: read.taken.length, pictures: kept.size, left: read.left, missing, bad })
}

function isReading(store: PageStore): boolean {
  return store.getState().productImport?.kind === 'reading'
}

async function rowsOf(table: File): Promise<string[][] | null> {
  try {
    const bytes = new Uint8Array(await table.arrayBuffer())
    return /\.xlsx$/i.test(table.name) ? await xlsxRows(bytes) : csvRows(textOf(bytes))
  } catch {
    // Whatever is wrong with it, the person is told to save it anew.
    return null
  }
}

async function keepLines(
  { calls }: Page,
  lines: readonly ProductLine[],
  pictures: ReadonlyMap<string, string>,
  onDone: (lines: number) => void
): Promise<boolean> {
  const batch = crypto.randomUUID()
  for (let from = 0; from < lines.length; from += CARDS_AT_ONCE) {
    onDone(from)
    const cards = lines
      .slice(from, from + CARDS_AT_ONCE)
      .map(line => ({ ...line, picture: pictures.get(line.picture) ?? '' }))
    if (!(await calls.act('cards.keepOwn', { batch, cards }))) return false
  }
  return calls.act('cards.ownIsWhole', { batch })
}

/** A picture made small enough for a list, base64 (WebP); null: the browser can't draw it. */
async function smallPicture(file: File): Promise<string | null> {
  let drawn: ImageBitmap
  try {
    drawn = await createImageBitmap(file)
  } catch {
    return null
  }
  const scale = Math.min(1, PICTURE.width / drawn.width, PICTURE.height / drawn.height)
  const [width, height] = [drawn.width, drawn.height].map(side => Math.max(1, Math.round(side * scale))) as [
    number,
    number
  ]
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, width, height)
  drawn.close()
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}
