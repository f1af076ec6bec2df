import type { Format } from '../format.ts'

/** Words of what is in a supply, in English; their shape is what the other languages have to fill. */
export function supplyWordsEn(format: Format) {
  const orders = (count: number) => format.count(count, { one: 'order', other: 'orders' })
  return {
    content: 'In the supply',
    packedOf: (packed: string, total: string) => `${packed} of ${total}`,
    move: (count: number) => `Move ${orders(count)}`,
    toNew: 'Into a new supply',
    into: (name: string) => `Into “${name}”`,
    boxes: 'Boxes',
    boxesOf: (count: number, most: number) => `Boxes: ${format.number(count)} of ${format.number(most)} at most`,
    boxesComing: (count: number) => `${format.number(count)} more on the way`,
    printBox: 'Print the box’s label',
    deleteBox: 'Delete the box',
    deleteBoxAsk: (name: string) => `Delete the box ${name}?`,
    deleteBoxWhat: (count: number) => `${orders(count)} in it. They stay in the supply: put them into other boxes`,
    inBox: (count: number) => `${format.number(count)} in it`,
    boxHint: 'Scan a box, then parcels: they lie in it until it is scanned again',
    howMany: 'How many more?',
    addBoxes: 'Add boxes',
    takeAgain: (count: number) => `Take ${orders(count)} that travel again`,
    whichAgain: 'Which orders',
    drop: 'Delete the empty supply',
    compare: {
      title: 'Open supplies and rounds side by side',
      list: 'As a list',
      side: 'Side by side',
      how: 'How to show them',
      none: 'No open supplies or rounds',
      done: 'Done',
      left: 'Left',
      leftOf: (left: number, products: number) =>
        left === 0 ? 'all packed' : `${orders(left)}, ${format.count(products, { one: 'product', other: 'products' })}`,
      due: 'Most urgent due',
      packedAt: 'Last parcel',
      shelved: 'On the problem shelf',
      unjudged: 'Codes being checked'
    },
    checks: {
      title: 'Before it is handed over',
      marks: { fine: 'Fine', asks: 'Will be asked', stops: 'In the way' },
      packed: (count: number) => `Packed: ${orders(count)}`,
      nothing: 'Nothing is packed yet',
      left: (count: number) => `Not packed: ${orders(count)}, they move to a new supply`,
      shelved: (count: number) => `On the problem shelf: ${orders(count)}, they move too`,
      dead: (count: number) => `Cancelled and still in the pile: ${format.number(count)}. Take them out`,
      noDead: 'No cancelled parcel in the pile',
      unjudged: (count: number) => `Codes of ${orders(count)} are still being checked: it waits for them`,
      judged: 'Codes are checked',
      point: (name: string) => `Goes to “${name}”`,
      noPoint: 'No shipping point is chosen',
      pointFree: 'No shipping point is needed',
      boxes: (count: number, most: number) => `Boxes: ${format.number(count)}, ${format.number(most)} at most`
    }
  }
}

export type SupplyWords = ReturnType<typeof supplyWordsEn>
