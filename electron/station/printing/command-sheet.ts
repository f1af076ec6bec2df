import type { Output } from '../../../shared/contract/contract.ts'
import type { PrinterProfile } from '../../../shared/domain/printing/media.ts'
import type { LabelsPort } from '../ports/ports.ts'

/** The pages of the command sheet as pictures, with the barcodes that stand on each. */
export async function commandSheet(labels: LabelsPort, printer: PrinterProfile): Promise<Output<'commandSheet.pages'>> {
  const pages = Array.from({ length: labels.commandPages(printer.media) }, (_, page) => page)
  const drawn = await Promise.all(
    pages.map(async page => {
      const content = { kind: 'own', label: { kind: 'commands', page } } as const
      const composed = await labels.compose(content, printer)
      if (composed.kind === 'impossible') return []
      const png = await labels.picture(composed.bytes, printer)
      return [{ png, commands: labels.commandsOn(page, printer.media) }]
    })
  )
  return drawn.flat()
}
