import type { Format } from '../format.ts'

/** Words of the counter where buyers collect their orders, in English; their shape is what the other languages have to fill. */
export function handoverWordsEn(format: Format) {
  const digits = (least: number, most: number) => (least === most ? format.number(most) : `${least} to ${most}`)
  return {
    title: 'Hand an order over',
    start: { title: 'Scan the order code', remedy: 'Or type it: the buyer has it in the app' },
    next: { title: 'Ask for the passcode', remedy: 'The buyer says it. Type it and press Enter' },
    orderCode: 'Order code',
    passcode: 'Passcode',
    check: 'Check',
    nextBuyer: 'Next buyer',
    taken: 'Taken',
    turnedDown: 'Turned down',
    sending: 'Telling the marketplace',
    refusedTitle: 'The marketplace did not take these',
    buyerCode: 'The buyer’s code',
    again: 'Send again',
    asking: { title: 'Asking the marketplace', remedy: 'A moment' },
    same: (orderCode: string) => ({
      title: `Yes, it is order ${orderCode}`,
      remedy: 'The passcode is right. Give the parcel to the buyer'
    }),
    noSuchOrder: (orderCode: string) => ({
      title: `No order ${orderCode} is ready here`,
      remedy: 'Check the order code with the buyer'
    }),
    wrongPasscode: { title: 'Wrong passcode', remedy: 'Don’t give the parcel. Ask for the passcode again' },
    malformed: (least: number, most: number) => ({
      title: 'That is no passcode',
      remedy: `It has ${digits(least, most)} digits. Nothing was asked`
    }),
    notScanned: {
      title: 'That is neither of the two codes',
      remedy: 'Scan the buyer’s order code, then the passcode'
    },
    refused: (code: string) => ({
      title: 'The marketplace doesn’t confirm it',
      remedy: 'Check on the portal whether the order is ready to be collected',
      details: code
    }),
    noAnswer: { title: 'The marketplace didn’t answer', remedy: 'Check the network and press “Check” again' },
    nextTry: (minutes: number, seconds: string) => `The next try is free in ${minutes}:${seconds}`
  }
}

export type HandoverWords = ReturnType<typeof handoverWordsEn>
