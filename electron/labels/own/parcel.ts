import type { ParcelLabel } from '../../station/ports/ports.ts'
import type { Box } from '../bitmap.ts'
import { BadLabelError } from '../bad-label.ts'
import { inThrees } from '../receipts/amounts.ts'
import { dots, innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { withCode } from './with-code.ts'

type Dbs = Extract<ParcelLabel, { kind: 'dbsParcel' }>
type Pickup = Extract<ParcelLabel, { kind: 'pickupParcel' }>

/** Larger in mm than anything else with digits: by it a packer tells parcels apart. */
const TOLD = 6.75
/** Room in mm below the code from which on a text is better read there than beside it. */
const ROOM_BELOW = 12

/** For the seller's own courier: when it is due, which one of the round it is, whose it is, and where to if that is wanted. */
export function drawDbsParcel(label: Dbs, canvas: Canvas): readonly Field[] {
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  const { place } = label
  const head = columnIn(canvas, innerBox(canvas))
  // “1 из 5” alone was read as the first of five pieces of one order.
  head.text(`${DELIVERIES[label.delivery]}${place === null ? '' : `: № ${place.number}, всего ${place.of}`}`, {
    largest: mm(4.5),
    room: mm(4.5)
  })
  head.text(when(label), { largest: mm(4.5), room: mm(4.5) })
  head.line()
  return [
    ...head.fields,
    ...body(canvas, { ...innerBox(canvas), top: head.y }, label, [
      { text: label.address ?? label.article, largest: 4.5 },
      { text: label.address === null ? '' : label.article, largest: 3.4 }
    ])
  ]
}

/** For the shelf in the store: what the buyer names, as large as it fits, and what the counter has to know. */
export function drawPickupParcel(label: Pickup, canvas: Canvas): readonly Field[] {
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  const head = columnIn(canvas, innerBox(canvas))
  head.text(label.orderCode === '' ? 'Код самовывоза не назван' : label.orderCode, { largest: mm(9), room: mm(9) })
  const duties = [label.isToBePaid ? 'К оплате' : '', label.hasTireService ? 'Шиномонтаж' : '']
  head.text(duties.filter(duty => duty !== '').join(' + '), { largest: mm(4.5), room: mm(4.5) })
  head.line()
  return [
    ...head.fields,
    ...body(canvas, { ...innerBox(canvas), top: head.y }, label, [
      { text: label.shelfPlace === null ? '' : `Место ${label.shelfPlace}`, largest: 4 },
      { text: label.article, largest: 4.5 }
    ])
  ]
}

const DELIVERIES: { readonly [delivery in Dbs['delivery']]: string } = {
  usual: 'Доставка',
  express: 'ЭКСПРЕСС',
  toPoint: 'В пункт выдачи'
}

/** `01.12 14:00–18:00`: nobody delivers a year later. */
function when({ date, from, to }: Dbs): string {
  const day = date.replace(/\.[0-9]{4}$/, '')
  const hours = [from, to].filter(time => time !== '').join('–')
  return [day, hours].filter(part => part !== '').join(' ') || 'Срок не назван'
}

/** The code, beside it the order's number and before that what the stage calls it by, unless that stands above; texts below if there is room, else beside. */
function body(
  canvas: Canvas,
  box: Box,
  label: ParcelLabel,
  texts: readonly { readonly text: string; readonly largest: number }[]
): readonly Field[] {
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  const { told, orderId, barcode } = label
  const { code, beside, bottom } = withCode(canvas, box, barcode)
  // A parcel that can't be scanned back can't be finished.
  if (code.length === 0) throw new BadLabelError('unreadableCode')
  const words = columnIn(canvas, beside, 0.5)
  const isAbove = label.kind === 'pickupParcel' && label.orderCode === told
  if (!isAbove) words.text(told, { largest: mm(TOLD), room: mm(TOLD) })
  words.text(inThrees(orderId), { largest: mm(3.4), room: mm(3.4) })
  const below = { ...box, top: Math.max(bottom, words.y) }
  const place = below.bottom - below.top >= dots(canvas, ROOM_BELOW) ? columnIn(canvas, below) : words
  for (const { text, largest } of texts) place.text(text, { largest: mm(largest), room: mm(15) })
  return [...code, ...words.fields, ...(place === words ? [] : place.fields)]
}
