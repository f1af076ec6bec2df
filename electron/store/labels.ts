import { z } from 'zod'
import type { StickerFile } from '../station/ports.ts'
import type { Database } from './database.ts'

const zplSchema = z.instanceof(Uint8Array).nullable()

export interface LabelTables {
  readonly writeSticker: (sticker: StickerFile) => void
  readonly writeSupplyQr: (qr: { readonly supplyId: string; readonly zpl: Uint8Array }) => void
  readonly sticker: (orderId: number) => Uint8Array | null
  readonly supplyQr: (supplyId: string) => Uint8Array | null
}

/** The marketplace's own labels, ready to print without network. */
export function openLabels(database: Database): LabelTables {
  const writeSticker = database.prepare(`
    INSERT INTO stickers (order_id, part_a, part_b, barcode, zpl) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (order_id) DO UPDATE SET part_a = excluded.part_a, part_b = excluded.part_b,
      barcode = excluded.barcode, zpl = excluded.zpl`)
  const writeSupplyQr = database.prepare(`
    INSERT INTO supply_qrs (supply_id, zpl) VALUES (?, ?) ON CONFLICT (supply_id) DO UPDATE SET zpl = excluded.zpl`)
  const sticker = database.prepare('SELECT zpl FROM stickers WHERE order_id = ?').pluck()
  const supplyQr = database.prepare('SELECT zpl FROM supply_qrs WHERE supply_id = ?').pluck()
  return {
    writeSticker({ orderId, partA, partB, barcode, zpl }) {
      writeSticker.run(orderId, partA, partB, barcode, zpl)
    },
    writeSupplyQr({ supplyId, zpl }) {
      writeSupplyQr.run(supplyId, zpl)
    },
    sticker: orderId => zplSchema.parse(sticker.get(orderId) ?? null),
    supplyQr: supplyId => zplSchema.parse(supplyQr.get(supplyId) ?? null)
  }
}
