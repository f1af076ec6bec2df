import { useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import type { Export, TableFormat } from './use-export.ts'

/** Saves a table in one of these formats, tells how far it is, and stops at a press. */
export function ExportButtons({
  table,
  formats
}: {
  readonly table: Export
  readonly formats: readonly TableFormat[]
}) {
  const { completed } = useTexts()
  if (table.progress === null) {
    return formats.map(format => (
      <Button key={format} onClick={() => table.start(format)}>
        {completed[format]}
      </Button>
    ))
  }
  return (
    <>
      <span role="status">{completed.writing(table.progress.done, table.progress.of)}</span>
      <Button onClick={table.stop}>{completed.stop}</Button>
    </>
  )
}
