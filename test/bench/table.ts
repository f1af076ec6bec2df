export interface Row {
  readonly name: string
  /** Milliseconds, in any order. */
  readonly samples: readonly number[]
}

/** The sample that this share (0..1) of all samples does not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** Rows as median and percentiles, in plain text. */
export function table(title: string, rows: readonly Row[]): string {
  const header = ['', 'n', 'p50', 'p95', 'p99', 'max']
  const lines = rows.map(({ name, samples }) => {
    const figures = [0.5, 0.95, 0.99, 1].map(share => percentile(samples, share).toFixed(2))
    return [name, String(samples.length), ...figures]
  })
  const widths = header.map((cell, place) => Math.max(cell.length, ...lines.map(line => line[place]?.length ?? 0)))
  const draw = (line: readonly string[]) =>
    line
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join('  ')
  return [`\n${title}`, draw(header), ...lines.map(draw)].join('\n')
}
