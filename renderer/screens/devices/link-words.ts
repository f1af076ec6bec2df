import { assertNever } from '../../../shared/domain/assert.ts'
import { RESOLUTIONS, type Resolution } from '../../../shared/domain/printing/media.ts'
import type { PrinterLink } from '../../../shared/domain/printing/printers.ts'
import type { DevicesWords } from '../../i18n/en/devices-words.ts'

/** A link in one line: `USB · ZD421`, `192.168.1.40:9100`, `COM3 · 9600`. */
export function linkLine(words: DevicesWords, link: PrinterLink): string {
  switch (link.kind) {
    case 'usb':
      return `USB · ${modelOf(link.name) ?? (link.name || link.serialNumber)}`
    case 'lp':
      return link.path
    case 'tcp':
      return `${link.host}:${link.port}`
    case 'serial':
      return `${link.path} · ${link.baudRate}`
    case 'queue':
      return words.queueNamed(link.queue)
    case 'folder':
      return words.folderNamed(link.path)
    case 'practice':
      return words.practice
    default:
      return assertNever(link)
  }
}

/** What a printer is called until somebody names it: its model where USB tells that, else its number here. */
export function nameFor(words: DevicesWords, link: PrinterLink | null, count: number): string {
  const model = link?.kind === 'usb' ? modelOf(link.name) : null
  return model ?? words.usualName(count)
}

/** The resolution that some makers put into the name on USB; null: it says none. */
export function resolutionOf(link: PrinterLink): Resolution | null {
  if (link.kind !== 'usb') return null
  const [, dpi] = /(\d{3}) ?dpi/i.exec(link.name) ?? []
  return RESOLUTIONS.find(one => String(one) === dpi) ?? null
}

/** `Zebra Technologies ZTC ZD421-203dpi ZPL` → `ZD421`: the first word with a digit in it. */
function modelOf(name: string): string | null {
  const model = name.split(/\s+/).find(word => /\d/.test(word))
  return model?.replace(/-?\d{3}dpi$/i, '').slice(0, 40) || null
}
