import { useEffect, useRef, useState } from 'react'
import { csvFile, csvLines, saveFile } from '../../csv.ts'
import { sheetRows, workbook } from '../../xlsx.ts'
import type { Cell } from '../../xlsx.ts'
import { useTexts } from '../../page.ts'

/** Rows of a table that are asked for at once. */
const PAGE = 1000

export type TableFormat = 'csv' | 'xlsx'

export interface Export {
  /** Null: nothing is being written. */
  readonly progress: { readonly done: number; readonly of: number | null } | null
  readonly start: (format: TableFormat) => void
  readonly stop: () => void
}

export interface ExportPage {
  readonly lines: readonly (readonly Cell[])[]
  /** Rows that were looked at for them. */
  readonly read: number
  /** Null: nobody knows; it ends with the first page for which nothing was read. */
  readonly total: number | null
}

/**
 * Writes a table into a file, page by page, in the page's own thread; `page` gives lines of fields, null when it could not.
 * Stopped, or when the screen is left, there is no file.
 */
export function useExport(
  head: readonly string[],
  page: (offset: number, limit: number) => Promise<ExportPage | null>,
  name: (format: TableFormat) => string
): Export {
  const { language } = useTexts().format
  const [progress, setProgress] = useState<Export['progress']>(null)
  const run = useRef(0)
  useEffect(() => {
    return () => {
      run.current += 1
    }
  }, [])

  async function write(format: TableFormat): Promise<void> {
    const mine = ++run.current
    const part = (rows: ExportPage['lines']) => (format === 'csv' ? csvLines(rows, language) : sheetRows(rows))
    const parts = [part([head])]
    setProgress({ done: 0, of: null })
    for (let done = 0; ;) {
      const next = await page(done, PAGE)
      if (mine !== run.current) return
      if (next === null) return setProgress(null)
      parts.push(part(next.lines))
      done += next.read
      setProgress({ done, of: next.total })
      if (next.read === 0 || (next.total !== null && done >= next.total)) break
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
