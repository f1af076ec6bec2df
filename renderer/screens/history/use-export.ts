import { useEffect, useRef, useState } from 'react'
import { csvFile, csvLines, saveFile } from '../../csv.ts'
import { sheetRows, workbook } from '../../xlsx.ts'
import type { Cell } from '../../xlsx.ts'

/** Rows of a table that are asked for at once. */
const PAGE = 1000

export type TableFormat = 'csv' | 'xlsx'

export interface Export {
  /** Null: nothing is being written. */
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly start: (format: TableFormat) => void
  readonly stop: () => void
}

/**
 * Writes a table into a file, page by page, in the page's own thread; `page` gives lines of fields, null when it could not.
 * Stopped, or when the screen is left, there is no file.
 */
export function useExport(
  head: readonly string[],
  page: (
    offset: number,
    limit: number
  ) => Promise<{ readonly lines: readonly (readonly Cell[])[]; readonly total: number } | null>,
  name: (format: TableFormat) => string
): Export {
  const [progress, setProgress] = useState<Export['progress']>(null)
  const run = useRef(0)
  useEffect(() => {
    return () => {
      run.current += 1
    }
  }, [])

  async function write(format: TableFormat): Promise<void> {
    const mine = ++run.current
    const part = format === 'csv' ? textLines : sheetRows
    const parts = [part([head])]
    setProgress({ done: 0, of: 0 })
    for (let done = 0; ;) {
      const next = await page(done, PAGE)
      if (mine !== run.current) return
      if (next === null) return setProgress(null)
      parts.push(part(next.lines))
      done += next.lines.length
      setProgress({ done, of: next.total })
      if (next.lines.length === 0 || done >= next.total) break
    }
    const file = format === 'csv' ? csvFile(parts) : await workbook(parts)
    if (mine !== run.current) return
    saveFile(name(format), file)
    setProgress(null)
  }

  return {
    progress,
    start: format => void write(format),
    stop: () => {
      run.current += 1
      setProgress(null)
    }
  }
}

function textLines(lines: readonly (readonly Cell[])[]): string {
  return csvLines(lines.map(line => line.map(cell => (typeof cell === 'string' ? cell : String(cell)))))
}
