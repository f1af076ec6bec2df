import type { RoundScheme } from '../../../shared/domain/schemes/scheme.ts'

/** «Поставка» and «подборка» without their endings, which are the same in every case; no scheme: a supply. */
export function batchStem(scheme: RoundScheme | undefined): string {
  return scheme === undefined ? 'поставк' : 'подборк'
}
