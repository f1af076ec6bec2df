import type { Format } from '../format.ts'

/** Words of the counter where buyers collect their orders, in English; their shape is what the other languages have to fill. */
export function handoverWordsEn(format: Format) {
  const parcels = (count: number) => format.count(count, { one: 'parcel', other: 'parcels' })
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
    refusedTitle: 'The marketplace did not take these',
    buyerCode: 'The buyer’s code',
    again: 'Send again',
    asking: { title: 'Asking the marketplace', remedy: 'A moment' },
    buyer: 'Buyer',
    oneMore: 'One more buyer',
    other: 'The other buyer',
    keys: 'Parcel label or Enter: taken · F6: turned down · Esc: next buyer',
    same: (orderCode: string, left: number) => ({
      title: `Yes, it is order ${orderCode}`,
      remedy:
        left === 0
          ? 'There is nothing to give out: see below'
          : left === 1
            ? 'The passcode is right. Fetch the parcel and scan its label'
            : `The passcode is right. Fetch ${parcels(left)} and scan each label`
    }),
    sameElsewhere: (orderCode: string) => ({
      title: `Yes, it is order ${orderCode}`,
      remedy: 'The passcode is right, but nothing of it was packed here. Note its end on the portal'
    }),
    told: (given: number, turnedDown: number, left: number) => ({
      title: [
        ...(given > 0 ? [`Given out ${format.number(given)}`] : []),
        ...(turnedDown > 0 ? [`${given > 0 ? 'turned down' : 'Turned down'} ${format.number(turnedDown)}`] : [])
      ].join(', '),
      remedy: left > 0 ? `${parcels(left)} left. Scan the next label` : 'That is all. Scan the next buyer’s order code'
    }),
    notParcel: {
      title: 'That is no parcel',
      remedy: 'Scan the label on the parcel, or press Enter if it can’t be read'
    },
    passcodeFirst: {
      title: 'The passcode first',
      remedy: 'Don’t give the parcel before the buyer has said the passcode'
    },
    whichParcel: { title: 'Which parcel?', remedy: 'Press “Turned down” at the one that the buyer does not take' },
    bothBusy: {
      title: 'Two buyers are being served',
      remedy: 'Finish with one of them: F4 changes, Esc lets one go'
    },
    otherParcel: (order: string) => ({
      title: 'That is somebody else’s parcel',
      remedy: `Order ${order} is not this buyer’s. Put it back and fetch the right one`
    }),
    alreadyTold: (order: string) => ({
      title: 'This one is noted already',
      remedy: `Order ${order}: nothing more to do`
    }),
    notReady: (order: string) => ({
      title: 'This parcel can’t be given out',
      remedy: `Order ${order}: the marketplace does not have it ready. See its line below`
    }),
    noPlace: 'No place',
    states: {
      packing: 'Being packed',
      telling: 'Telling the marketplace',
      handed: 'Given out',
      returned: 'Turned down',
      cancelled: 'Cancelled: don’t give it'
    },
    toPay: (money: string) => `To be paid: ${money}`,
    paid: (money: string) => `Paid: ${money}`,
    payUnknown: (money: string) => `${money}: ask whether it is paid`,
    tires: 'Tyre fitting ordered',
    keptFor: (time: string) => `Kept for ${time} more`,
    keptOver: 'Kept for too long',
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
