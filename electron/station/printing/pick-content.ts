import { mediaMillimetres, type MediaSize } from '../../../shared/domain/printing/media.ts'

/** White around a label, its head, and what a line of the list takes (mm): letters that are read at arm's length. */
const [MARGINS, HEAD, LINE] = [4, 5, 7]

/** How many lines of a pick list a label takes. */
export function linesOnLabel(media: MediaSize): number {
  return Math.max(1, Math.floor((mediaMillimetres(media).height - MARGINS - HEAD) / LINE))
}
