import type { Scan } from '../../shared/domain/scanning/scan.ts'

/** A scan that may be the code that a buyer says: digits alone, so many, and no product's barcode; null: it is none. */
export function saidCode(
  { kind, raw }: Scan,
  { least, most }: { readonly least: number; readonly most: number }
): string | null {
  const isCode = kind !== 'product' && /^[0-9]+$/.test(raw) && raw.length >= least && raw.length <= most
  return isCode ? raw : null
}
