import { encode } from 'fast-png'
import { CATALOGUE } from './catalogue.ts'
import type { Product } from './catalogue.ts'

/** Half of the marketplace's small pictures (px): enough for a list. */
const [WIDTH, HEIGHT] = [123, 164]

/** A box or an ellipse in a field of 100 × 100: its middle, and half of its sides. */
interface Part {
  readonly round?: true
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** In the background's colour. */
  readonly isHole?: true
}

/** What a product looks like from ten steps away, by how its article begins; a parcel for all the others. */
const SHAPES: readonly (readonly [begins: string, parts: readonly Part[]])[] = [
  [
    'mug',
    [
      { round: true, x: 72, y: 50, w: 18, h: 20 },
      { round: true, x: 72, y: 50, w: 10, h: 12, isHole: true },
      { x: 45, y: 50, w: 26, h: 32 }
    ]
  ],
  [
    'lamp',
    [
      { x: 50, y: 50, w: 3, h: 35 },
      { round: true, x: 50, y: 20, w: 26, h: 14 },
      { x: 50, y: 85, w: 22, h: 4 }
    ]
  ],
  [
    'shelf',
    [
      { x: 50, y: 50, w: 30, h: 40 },
      { x: 50, y: 28, w: 26, h: 14, isHole: true },
      { x: 50, y: 68, w: 26, h: 16, isHole: true }
    ]
  ],
  [
    'tshirt',
    [
      { x: 50, y: 32, w: 42, h: 12 },
      { x: 50, y: 55, w: 24, h: 35 },
      { round: true, x: 50, y: 20, w: 10, h: 6, isHole: true }
    ]
  ],
  [
    'jeans',
    [
      { x: 50, y: 24, w: 22, h: 12 },
      { x: 37, y: 58, w: 9, h: 30 },
      { x: 63, y: 58, w: 9, h: 30 }
    ]
  ],
  [
    'sneakers',
    [
      { x: 35, y: 50, w: 14, h: 16 },
      { round: true, x: 58, y: 62, w: 30, h: 12 },
      { x: 50, y: 74, w: 36, h: 4 }
    ]
  ],
  [
    'phone',
    [
      { x: 50, y: 50, w: 22, h: 42 },
      { x: 50, y: 48, w: 18, h: 34, isHole: true }
    ]
  ],
  [
    'one-ring',
    [
      { round: true, x: 50, y: 55, w: 30, h: 30 },
      { round: true, x: 50, y: 55, w: 22, h: 22, isHole: true }
    ]
  ],
  [
    'perfume',
    [
      { x: 50, y: 60, w: 24, h: 28 },
      { x: 50, y: 24, w: 8, h: 8 }
    ]
  ],
  [
    '',
    [
      { x: 50, y: 55, w: 34, h: 30 },
      { x: 50, y: 55, w: 4, h: 30, isHole: true }
    ]
  ]
]

/** A made picture of a product's card, PNG; null: there is no such card. */
export function productPicture(article: string): Uint8Array | null {
  const place = CATALOGUE.findIndex(product => product.article === article)
  const product = CATALOGUE[place]
  if (product === undefined) return null
  const [ink, paper] = coloursOf(product, place)
  const parts = SHAPES.find(([begins]) => article.startsWith(begins))?.[1] ?? []
  const data = new Uint8Array(WIDTH * HEIGHT * 3)
  for (let row = 0; row < HEIGHT; row += 1) {
    for (let column = 0; column < WIDTH; column += 1) {
      const over = parts.findLast(part => isIn(part, (column * 100) / WIDTH, ((row - 20) * 100) / WIDTH))
      data.set(over === undefined || over.isHole === true ? paper : ink, (row * WIDTH + column) * 3)
    }
  }
  return encode({ width: WIDTH, height: HEIGHT, data, channels: 3 })
}

function isIn({ round, x, y, w, h }: Part, left: number, top: number): boolean {
  const [across, down] = [Math.abs(left - x) / w, Math.abs(top - y) / h]
  return round === true ? across ** 2 + down ** 2 <= 1 : across <= 1 && down <= 1
}

/** Far apart for neighbours in the catalogue. */
function coloursOf({ color }: Product, place: number): readonly [ink: number[], paper: number[]] {
  if (color === 'белый')
    return [
      [250, 250, 248],
      [205, 210, 216]
    ]
  if (color === 'чёрный')
    return [
      [38, 38, 42],
      [236, 233, 228]
    ]
  const hue = (place * 137) % 360
  const channel = (offset: number) => Math.round(120 + 90 * Math.cos(((hue + offset) * Math.PI) / 180))
  return [
    [channel(0), channel(120), channel(240)],
    [240, 240, 236]
  ]
}
