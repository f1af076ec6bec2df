import { PDFiumLibrary } from '@hyzyla/pdfium'
import { startedOnce } from '../../shared/domain/started-once.ts'
import { cut, drawBitmap, inkBox, turn, type Bitmap } from './bitmap.ts'
import type { Size } from './media.ts'

/** A label's PDF has some 10 to 100 kB, and one page. */
const MAX_BYTES = 2_097_152
/** Dots a side: A4 at 300 dpi, and some. */
const MAX_SIDE = 4096
const POINTS_PER_MM = 72 / 25.4
/** Enough to see whether a further page has anything on it. */
const COARSE_DOTS_PER_MM = 2

type PdfDocument = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>

/** 4 MB of WebAssembly: loaded with the first PDF. */
const library = startedOnce(() => PDFiumLibrary.init())

/**
 * The one page of a PDF in black and white: as large as it was drawn, or its ink alone, made smaller until it fits into
 * `room` (dots); turned by a quarter if that lies the other way. Throws for what is no PDF, over 2 MiB or of several pages.
 */
export async function bitmapOfPdf(
  file: Uint8Array,
  { dotsPerMm, room }: { readonly dotsPerMm: number; readonly room: Size }
): Promise<Bitmap> {
  if (file.length > MAX_BYTES) throw new Error('the PDF is too large')
  const document = await (await library()).loadDocument(file)
  try {
    const pages = document.getPageCount()
    if (pages === 0) throw new Error('the PDF has no page')
    for (let further = 1; further < pages; further += 1) {
      if (inkBox(await rendered(document, further, COARSE_DOTS_PER_MM)) !== null) {
        throw new Error('the PDF has several pages')
      }
    }
    return await fitted(document, dotsPerMm, room)
  } finally {
    document.destroy()
  }
}

/** Drawn anew at each size: what is drawn small stays sharper than what is made small. */
async function fitted(document: PdfDocument, dotsPerMm: number, room: Size): Promise<Bitmap> {
  const whole = await rendered(document, 0, dotsPerMm)
  const isLying = room.width >= room.height
  const towards = (bitmap: Bitmap): Bitmap => (bitmap.width >= bitmap.height === isLying ? bitmap : turn(bitmap, 90))
  const natural = towards(whole)
  if (natural.width <= room.width && natural.height <= room.height) return natural
  let scale = dotsPerMm
  let ink = towards(inkOf(whole))
  while (ink.width > room.width || ink.height > room.height) {
    // Rounded edges may take a dot more than their share.
    scale = Math.min(scale * 0.99, scale * Math.min(room.width / ink.width, room.height / ink.height))
    ink = towards(inkOf(await rendered(document, 0, scale)))
  }
  return ink
}

function inkOf(bitmap: Bitmap): Bitmap {
  const box = inkBox(bitmap)
  if (box === null) throw new Error('the page is white')
  return cut(bitmap, box)
}

async function rendered(document: PdfDocument, place: number, dotsPerMm: number): Promise<Bitmap> {
  // A page is closed when it has been drawn.
  const page = document.getPage(place)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(dotsPerMm / POINTS_PER_MM, MAX_SIDE / Math.max(originalWidth, originalHeight))
  const { data, width, height } = await page.render({ render: 'bitmap', colorSpace: 'Gray', scale })
  return drawBitmap(width, height, (x, y) => (data[y * width + x] ?? 255) < 128)
}
