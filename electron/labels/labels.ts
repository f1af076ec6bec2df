import type { LabelsPort, Log } from '../station/ports.ts'
import { commandPages, commandsOn } from './command-sheet.ts'
import { composeLabel } from './own-labels.ts'
import { normaliseZpl } from './normalise.ts'
import { createPreviewer } from './preview.ts'

/** ZPL in and out; `workerUrl` is the preview worker's module (`preview-worker.ts`, or what a bundler made of it). */
export function createLabels(options: { readonly workerUrl: URL | string; readonly log: Log }): LabelsPort {
  const previewer = createPreviewer(options)
  return {
    normalise: normaliseZpl,
    compose: composeLabel,
    commandPages,
    commandsOn,
    preview: (zpl, media) => previewer.preview(zpl, media),
    close: () => previewer.close()
  }
}
