import type { RoundScheme } from '../../../shared/domain/schemes/scheme.ts'

/** What a batch is called; no scheme: a supply. */
export function batchWord(scheme: RoundScheme | undefined): string {
  return scheme === undefined ? 'supply' : 'round'
}
