import bwip from 'bwip-js/node'

/** Points of 1/72 inch: 58 × 40 mm. */
const [WIDTH, HEIGHT] = [164.4, 113.4]
/** Three dots of a 203 dpi printer: 0.375 mm. */
const MODULE = 1.063
const BARS = { bottom: 58, height: 45 }
const LINE = 14

/** A valid one-page PDF of 58 × 40 mm: `code` as Code 128, and a few lines of ASCII text. */
export function tinyPdf(code: string, lines: readonly string[]): Buffer {
  const text = lines.map(
    (line, index) => `BT /F1 11 Tf 10 ${BARS.bottom - LINE * (index + 1)} Td (${escaped(line)}) Tj ET`
  )
  const drawing = [barsOf(code), ...text].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}

/** The bars as filled rectangles in the middle of the page. */
function barsOf(code: string): string {
  const [symbol] = bwip.raw({ bcid: 'code128', text: code })
  if (symbol === undefined || !('sbs' in symbol)) throw new Error(`no bars for ${code}`)
  const widths: readonly number[] = symbol.sbs
  const total = widths.reduce((sum, width) => sum + width, 0)
  let x = (WIDTH - total * MODULE) / 2
  const bars: string[] = []
  for (const [place, width] of widths.entries()) {
    // Bars and spaces take turns.
    if (place % 2 === 0) bars.push(`${x.toFixed(3)} ${BARS.bottom} ${(width * MODULE).toFixed(3)} ${BARS.height} re`)
    x += width * MODULE
  }
  return `${bars.join('\n')}\nf`
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
