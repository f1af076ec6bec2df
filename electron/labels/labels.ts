import { stickerSizeFor } from '../../shared/domain/media.ts'
import type { PrinterProfile } from '../../shared/domain/media.ts'
import type { Composed, LabelContent, LabelsPort, Log } from '../station/ports.ts'
import { BadLabelError } from './bad-label.ts'
import { commandPages, commandsOn } from './command-sheet.ts'
import { composeLabel } from './own-labels.ts'
import { normaliseZpl } from './normalise.ts'
import { createPreviewer } from './preview.ts'

/** Labels in and out; `workerUrl` is the preview worker's module (`preview-worker.ts`, or what a bundler made of it). */
export function createLabels(options: { readonly workerUrl: URL | string; readonly log: Log }): LabelsPort {
  const { log } = options
  const previewer = createPreviewer(options)
  return {
    compose(content, printer) {
      try {
        return Promise.resolve(composed(content, printer))
      } catch (error) {
        if (!(error instanceof BadLabelError)) throw error
        log.warn({ error }, 'not a label')
        return Promise.resolve({ kind: 'impossible', why: 'badLabel' })
      }
    },
    commandPages: media => commandPages(stickerSizeFor(media)),
    commandsOn: (page, media) => commandsOn(page, stickerSizeFor(media)),
    picture: (bytes, printer) => previewer.preview(bytes, stickerSizeFor(printer.media)),
    close: () => previewer.close()
  }
}

function composed(content: LabelContent, printer: PrinterProfile): Composed {
  const media = stickerSizeFor(printer.media)
  switch (content.kind) {
    case 'marketplace':
      return { kind: 'label', bytes: normaliseZpl(content.zpl, media) }
    case 'own':
      return { kind: 'label', bytes: composeLabel(content.label, media) }
    case 'receipt':
      return { kind: 'impossible', why: 'wrongPrinter' }
  }
}
