export interface Row {
  readonly name: string
  /** Milliseconds, in any order. */
  readonly samples: readonly number[]
}

/** Rows as median and percentiles, in plain text. */
export function table(title: string, rows: readonly Row[]): string {
  const header = ['', 'n', 'p50', 'p95', 'p99', 'max']
  const lines = rows.map(({ name, samples }) => {
    const sorted = samples.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return [name, String(sorted.length), ...[at(0.5), at(0.95), at(0.99), at(1)].map(ms => ms.toFixed(2))]
  })
  const widths = header.map((cell, place) => Math.max(cell.length, ...lines.map(line => line[place]?.length ?? 0)))
  const draw = (line: readonly string[]) =>
    line
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join('  ')
  return [`\n${title}`, draw(header), ...lines.map(draw)].join('\n')
}
