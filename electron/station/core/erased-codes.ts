import type { Intent } from '../../../shared/domain/intents.ts'

/** Hand-overs whose buyer's code was erased while they waited: whoever has one in hand and writes it down again does so without. */
export class ErasedCodes {
  readonly #ids = new Set<string>()

  /** These, without their codes from now on. */
  erase(intents: readonly Intent[]): readonly Intent[] {
    const said = intents.filter(({ body }) => body.kind === 'handOver' && body.code !== null)
    for (const { id } of said) this.#ids.add(id)
    return this.bare(said)
  }

  bare(intents: readonly Intent[]): readonly Intent[] {
    if (this.#ids.size === 0) return intents
    return intents.map(intent =>
      this.#ids.has(intent.id) && intent.body.kind === 'handOver'
        ? { ...intent, body: { ...intent.body, code: null } }
        : intent
    )
  }
}
