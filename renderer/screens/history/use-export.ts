import { useEffect, useRef, useState } from 'react'
import { csvLines, saveCsv } from '../../csv.ts'

/** Rows of a table that are asked for at once. */
const PAGE = 1000

export interface Export {
  /** Null: nothing is being written. */
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly start: () => void
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
  ) => Promise<{ readonly lines: readonly (readonly string[])[]; readonly total: number } | null>,
  name: () => string
): Export {
  const [progress, setProgress] = useState<Export['progress']>(null)
  const run = useRef(0)
  useEffect(() => {
    return () => {
      run.current += 1
    }
  }, [])

  async function write(): Promise<void> {
    const mine = ++run.current
    const parts = [csvLines([head])]
    setProgress({ done: 0, of: 0 })
    for (let done = 0; ;) {
      const next = await page(done, PAGE)
      if (mine !== run.current) return
      if (next === null) return setProgress(null)
      parts.push(csvLines(next.lines))
      done += next.lines.length
      setProgress({ done, of: next.total })
      if (next.lines.length === 0 || done >= next.total) break
    }
    saveCsv(name(), parts)
    setProgress(null)
  }

  return {
    progress,
    start: () => void write(),
    stop: () => {
      run.current += 1
      setProgress(null)
    }
  }
}
