import { goTo } from '../../page.ts'

/** What the panel at the right shows. */
export type Chosen =
  | { readonly kind: 'printer'; readonly id: string }
  | { readonly kind: 'addPrinter' }
  | { readonly kind: 'routes' }
  /** `key`: as `keyOf` tells it. */
  | { readonly kind: 'scanner'; readonly key: string }
  | { readonly kind: 'typing' }
  | { readonly kind: 'addScanner' }

/** Goes to the devices screen with this panel open, from any screen. */
export function openDevice(chosen: Chosen): void {
  goTo({ screen: 'devices', orderId: null, thing: thingOf(chosen) })
}

/** The panel that the address names; null: none, or nothing that is known. */
export function chosenOf(thing: string | null): Chosen | null {
  const [, kind, rest = ''] = /^([a-zA-Z]+)(?::(.*))?$/.exec(thing ?? '') ?? []
  switch (kind) {
    case 'printer':
      return { kind, id: rest }
    case 'scanner':
      return { kind, key: rest }
    case 'addPrinter':
    case 'routes':
    case 'typing':
    case 'addScanner':
      return { kind }
    default:
      return null
  }
}

function thingOf(chosen: Chosen): string {
  switch (chosen.kind) {
    case 'printer':
      return `printer:${chosen.id}`
    case 'scanner':
      return `scanner:${chosen.key}`
    case 'addPrinter':
    case 'routes':
    case 'typing':
    case 'addScanner':
      return chosen.kind
  }
}
