import { stickerSizeFor, type PrinterProfile } from '../../shared/domain/printing/media.ts'
import type { Composed, LabelContent, LabelsPort, Log } from '../station/ports/ports.ts'
import { BadLabelError } from './bad-label.ts'
import { createLabelThread } from './label-thread.ts'
import { composeDocument, composeMarketplace, composePicture } from './marketplace.ts'
import { commandPages, commandsOn } from './own/command-sheet.ts'
import { composeOwn } from './own/compose-own.ts'
import { pictureJob } from './picture.ts'
import { composeReceipt } from './receipts/compose-receipt.ts'
import type { LabelDraft } from './target.ts'

/** Labels in and out; `workerUrl` is the label worker's module (`label-worker.ts`, or what a bundler made of it). */
export function createLabels(options: { readonly workerUrl: URL | string; readonly log: Log }): LabelsPort {
  const { log } = options
  const thread = createLabelThread(options)

  async function finished(draft: LabelDraft): Promise<Composed> {
    if (draft.kind !== 'print') return draft
    const done = await thread.work(draft).catch((error: unknown) => {
      // At the end of the program the label waits for the next start.
      if (thread.isClosed()) throw error
      return { kind: 'impossible', why: 'badLabel', detail: String(error) } as const
    })
    if (done.kind === 'label') return done
    if (done.kind === 'picture') throw new Error('the label thread drew a picture of what was to be printed')
    log.warn({ why: done.why, detail: done.detail }, 'a label cannot be drawn')
    return { kind: 'impossible', why: done.why }
  }

  return {
    async compose(content, printer) {
      try {
        return await finished(draftOf(content, printer))
      } catch (error) {
        if (!(error instanceof BadLabelError)) throw error
        log.warn({ error }, 'not a label')
        return { kind: 'impossible', why: error.command === null ? 'badLabel' : `labelCommand:${error.command}` }
      }
    },
    commandPages,
    commandsOn,
    async picture(bytes, printer) {
      const done = await thread.work(pictureJob(bytes, printer))
      if (done.kind !== 'picture') throw new Error(`the label thread answered a picture with ${done.kind}`)
      return done.png
    },
    close: () => thread.close()
  }
}

function draftOf(content: LabelContent, printer: PrinterProfile): LabelDraft {
  switch (content.kind) {
    case 'marketplace':
      return composeMarketplace(content, stickerSizeFor(printer.media), printer)
    case 'picture':
      return composePicture(content.png, printer)
    case 'document':
      return composeDocument(content.pdf, printer)
    case 'own':
    case 'parcel':
      return composeOwn(content.label, printer)
    case 'receipt':
      if (printer.language !== 'escpos') return { kind: 'impossible', why: 'wrongPrinter' }
      return { kind: 'label', bytes: composeReceipt(content.receipt, printer.paper) }
  }
}
