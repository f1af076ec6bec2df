import type { MarketplacePort, Reply } from '../station/ports.ts'
import type { Call } from './caller.ts'
import { pictureBytes, zplBytes } from './facts.ts'
import { operations } from './operations.ts'

/**
 * The marketplace's labels as ZPL and, where wanted, as a picture beside it. A picture that can't be read is left out:
 * the ZPL prints all the same.
 */
export function createLabelReads(call: Call): Pick<MarketplacePort, 'stickers' | 'supplyQr'> {
  async function supplyFile(supplyId: string, type: 'zplv' | 'zplh' | 'png'): Promise<Reply<string>> {
    const reply = await call(operations.supplyPicture, { path: { supplyId }, query: { type } }, 'urgent')
    return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.file } : reply
  }

  return {
    async stickers(orderIds, { size, type, picture }, urgency) {
      if (orderIds.length === 0) return { kind: 'ok', value: [] }
      const place = size === '58x40' ? ({ width: 58, height: 40 } as const) : ({ width: 40, height: 30 } as const)
      const ask = (as: typeof type | 'png') =>
        call(operations.stickers, { query: { type: as, ...place }, body: { orders: [...orderIds] } }, urgency)
      const drawn = await ask(type)
      if (drawn.kind !== 'ok') return drawn
      const pictures = new Map<number, Uint8Array | null>()
      if (picture) {
        const reply = await ask('png')
        if (reply.kind !== 'ok') return reply
        for (const { orderId, file } of reply.value.stickers) pictures.set(orderId, pictureBytes(file, 'png'))
      }
      const files = []
      for (const [index, { file, ...facts }] of drawn.value.stickers.entries()) {
        const zpl = zplBytes(file)
        if (zpl === null) return { kind: 'broken', field: `stickers.${index}.file` }
        // One that came between the two questions is there whole the next time.
        if (picture && !pictures.has(facts.orderId)) continue
        files.push({ ...facts, zpl, png: pictures.get(facts.orderId) ?? null })
      }
      return { kind: 'ok', value: files }
    },
    async supplyQr(remoteId, { type, picture }) {
      const drawn = await supplyFile(remoteId, type)
      if (drawn.kind !== 'ok') return drawn
      const zpl = zplBytes(drawn.value)
      if (zpl === null) return { kind: 'broken', field: 'file' }
      if (!picture) return { kind: 'ok', value: { zpl, png: null } }
      const fine = await supplyFile(remoteId, 'png')
      return fine.kind === 'ok' ? { kind: 'ok', value: { zpl, png: pictureBytes(fine.value, 'png') } } : fine
    }
  }
}
