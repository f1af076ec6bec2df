/** What the panel at the right shows. */
export type Chosen =
  | { readonly kind: 'printer'; readonly id: string }
  | { readonly kind: 'addPrinter' }
  | { readonly kind: 'routes' }
  /** `key`: as `keyOf` tells it. */
  | { readonly kind: 'scanner'; readonly key: string }
  | { readonly kind: 'typing' }
  | { readonly kind: 'addScanner' }
