import { dotsPerMm, type PrinterProfile } from '../../shared/domain/printing/media.ts'
import type { LabelJob } from './label-jobs.ts'
import { readHead } from './label-head.ts'

/** The work of drawing a composed label as it comes out of the printer; throws for what was not composed in ZPL. */
export function pictureJob(bytes: Uint8Array, { dpi }: PrinterProfile): LabelJob {
  const zpl = new TextDecoder().decode(bytes)
  const head = readHead(zpl)
  if (head === null) throw new Error('no label of ours in ZPL')
  const scale = dotsPerMm(dpi)
  return {
    kind: 'picture',
    zpl,
    width: head.size.width / scale,
    height: head.size.height / scale,
    dotsPerMm: scale,
    upsideDown: head.upsideDown
  }
}
