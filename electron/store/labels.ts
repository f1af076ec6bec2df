import { z } from 'zod'
import type { DrawnLabel, StickerFile } from '../station/ports.ts'
import type { Database } from './database.ts'

const drawnSchema = z.object({ zpl: z.instanceof(Uint8Array), png: z.instanceof(Uint8Array).nullable() }).nullable()

export interface LabelTables {
  readonly writeSticker: (sticker: StickerFile) => void
  readonly writeSupplyQr: (qr: { readonly supplyId: string } & DrawnLabel) => void
  readonly sticker: (orderId: number) => DrawnLabel | null
  readonly supplyQr: (supplyId: string) => DrawnLabel | null
}

/** The marketplace's own labels, ready to print without network. */
export function openLabels(database: Database): LabelTables {
  const writeSticker = database.prepare(`
    INSERT INTO stickers (order_id, part_a, part_b, barcode, zpl, png) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (order_id) DO UPDATE SET part_a = excluded.part_a, part_b = excluded.part_b,
      barcode = excluded.barcode, zpl = excluded.zpl, png = excluded.png`)
  const writeSupplyQr = database.prepare(`
    INSERT INTO supply_qrs (supply_id, zpl, png) VALUES (?, ?, ?)
    ON CONFLICT (supply_id) DO UPDATE SET zpl = excluded.zpl, png = excluded.png`)
  const sticker = database.prepare('SELECT zpl, png FROM stickers WHERE order_id = ?')
  const supplyQr = database.prepare('SELECT zpl, png FROM supply_qrs WHERE supply_id = ?')
  return {
    writeSticker({ orderId, partA, partB, barcode, zpl, png }) {
      writeSticker.run(orderId, partA, partB, barcode, zpl, png)
    },
    writeSupplyQr({ supplyId, zpl, png }) {
      writeSupplyQr.run(supplyId, zpl, png)
    },
    sticker: orderId => drawnSchema.parse(sticker.get(orderId) ?? null),
    supplyQr: supplyId => drawnSchema.parse(supplyQr.get(supplyId) ?? null)
  }
}
