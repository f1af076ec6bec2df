import type { Output } from '../../shared/contract.ts'
import type { StickerSize } from '../../shared/domain/media.ts'
import type { LabelsPort } from './ports.ts'

/** The pages of the command sheet as pictures, with the barcodes that stand on each. */
export function commandSheet(labels: LabelsPort, media: StickerSize): Promise<Output<'commandSheet.pages'>> {
  const pages = Array.from({ length: labels.commandPages(media) }, (_, page) => page)
  return Promise.all(
    pages.map(async page => ({
      png: await labels.preview(labels.compose({ kind: 'commands', page }, media), media),
      commands: labels.commandsOn(page, media)
    }))
  )
}
