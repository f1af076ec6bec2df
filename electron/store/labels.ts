import { z } from 'zod'
import type { DrawnLabel, BorderLabel, StickerFile } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import { IN_MEMORY } from './orders.ts'

const drawnSchema = z.object({ zpl: z.instanceof(Uint8Array), png: z.instanceof(Uint8Array).nullable() }).nullable()

const pictureSchema = z.object({ png: z.instanceof(Uint8Array) }).optional()

const documentSchema = z.object({ pdf: z.instanceof(Uint8Array) }).optional()

export interface LabelTables {
  readonly writeSticker: (sticker: StickerFile) => void
  readonly writeSupplyQr: (qr: { readonly supplyId: string } & DrawnLabel) => void
  readonly writeSpotSticker: (sticker: { readonly supplyId: string; readonly png: Uint8Array }) => void
  readonly sticker: (orderId: number) => DrawnLabel | null
  readonly supplyQr: (supplyId: string) => DrawnLabel | null
  readonly writeBorderLabel: (label: BorderLabel) => void
  /** Leaves the PDFs of orders that live in memory, where finished ones do since then (Unix ms): no other can be printed. */
  readonly dropBorderLabels: (since: number) => void
  /** PDF. */
  readonly borderLabel: (orderId: number) => Uint8Array | null
  /** PNG. */
  readonly spotSticker: (supplyId: string) => Uint8Array | null
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
  const writeSpot = database.prepare(`
    INSERT INTO spot_stickers (supply_id, png) VALUES (?, ?)
    ON CONFLICT (supply_id) DO UPDATE SET png = excluded.png`)
  const spot = database.prepare('SELECT png FROM spot_stickers WHERE supply_id = ?')
  const writeBorder = database.prepare(`
    INSERT INTO border_labels (order_id, pdf) VALUES (?, ?) ON CONFLICT (order_id) DO UPDATE SET pdf = excluded.pdf`)
  const dropBorder = database.prepare(`
    DELETE FROM border_labels WHERE NOT EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id AND ${IN_MEMORY})`)
  const border = database.prepare('SELECT pdf FROM border_labels WHERE order_id = ?')
  const sticker = database.prepare('SELECT zpl, png FROM stickers WHERE order_id = ?')
  const supplyQr = database.prepare('SELECT zpl, png FROM supply_qrs WHERE supply_id = ?')
  return {
    writeSticker({ orderId, partA, partB, barcode, zpl, png }) {
      writeSticker.run(orderId, partA, partB, barcode, zpl, png)
    },
    writeSupplyQr({ supplyId, zpl, png }) {
      writeSupplyQr.run(supplyId, zpl, png)
    },
    writeSpotSticker({ supplyId, png }) {
      writeSpot.run(supplyId, png)
    },
    writeBorderLabel({ orderId, pdf }) {
      writeBorder.run(orderId, pdf)
    },
    dropBorderLabels(since) {
      dropBorder.run(since)
    },
    borderLabel: orderId => documentSchema.parse(border.get(orderId))?.pdf ?? null,
    spotSticker: supplyId => pictureSchema.parse(spot.get(supplyId))?.png ?? null,
    sticker: orderId => drawnSchema.parse(sticker.get(orderId) ?? null),
    supplyQr: supplyId => drawnSchema.parse(supplyQr.get(supplyId) ?? null)
  }
}
