import { BadLabelError } from '../../../electron/labels/bad-label.ts'
import { composeMarketplace } from '../../../electron/labels/marketplace.ts'
import { readSticker } from '../../../electron/labels/normalise.ts'
import { profileSchema } from '../../../shared/domain/printing/media.ts'
import { DRAWN_ALIKE } from '../../electron/labels/wild/drawn-alike.ts'
import { fileOf } from '../../electron/labels/wild/memory-labels.ts'
import { REFUSED, UNDRAWABLE } from '../../electron/labels/wild/refused-labels.ts'
import { door, type Door } from '../door.ts'
import { mutateText, showBytes } from '../mutate.ts'
import type { Random } from '../random.ts'

const samples = [...DRAWN_ALIKE.flat(), ...REFUSED, ...UNDRAWABLE].map(([zpl]) => Buffer.from(fileOf(zpl)))
/** Every command that stands in a sample, with what follows it. */
const commands = [...new Set(samples.flatMap(zpl => zpl.toString('latin1').match(/[\^~][A-Z@]..[^^~]{0,40}/g) ?? []))]

const PRINTERS = [
  profileSchema.parse({}),
  profileSchema.parse({ dpi: 300, rotation: 90, offsetX: 3 }),
  profileSchema.parse({ language: 'escpos' })
]

/** ZPL from outside: a label fit to print, or a `BadLabelError` that says why not, for every printer alike. */
export function openLabels(): Door {
  return door<Uint8Array>({
    name: 'labels',
    share: 10,
    samples,
    mutate: (random, base, other) => Buffer.from(mutated(random, base, other), 'latin1'),
    enter(zpl) {
      const heard = [refusalOr(() => `fine ${readSticker(zpl, '58x40').isUpright ? 'upright' : 'lying'}`)]
      for (const printer of PRINTERS) {
        heard.push(refusalOr(() => composeMarketplace({ zpl, png: null }, '58x40', printer).kind))
      }
      return heard.join(' ')
    },
    words: ['fine lying label print print', 'noLabel null noLabel null noLabel null noLabel null'],
    show: showBytes
  })
}

function mutated(random: Random, base: Uint8Array, other: Uint8Array): string {
  const [text, lender] = [Buffer.from(base).toString('latin1'), Buffer.from(other).toString('latin1')]
  return mutateText(random, text, lender, commands)
}

function refusalOr(work: () => string): string {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BadLabelError)) throw error
    return `${error.why} ${error.command?.slice(0, 3) ?? 'null'}`
  }
}
