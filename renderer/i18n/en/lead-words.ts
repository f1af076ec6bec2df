import type { Format } from '../format.ts'

/** Words of a shift lead's PIN in English. */
export function leadWordsEn(format: Format) {
  return {
    ask: 'Shift lead’s PIN',
    why: 'Only the shift lead does this. Enter the PIN, and it goes on',
    pin: 'PIN',
    enter: 'Go on',
    scanned: 'The scan was not taken: here a badge alone is',
    wrong: 'Wrong PIN. Try again',
    wait: (seconds: number) =>
      `Too many wrong PINs. Try again in ${format.count(seconds, { one: 'second', other: 'seconds' })}`,
    isIn: (name: string) => (name === '' ? 'Lead' : `Lead: ${name}`),
    leave: 'End the lead’s turn',
    lead: 'shift lead',
    make: 'Make a lead',
    change: 'Change the PIN',
    remove: 'No lead any more',
    newPin: 'New PIN, 4 to 12 digits',
    save: 'Save the PIN',
    taken: 'Another lead has this PIN: choose another',
    saved: (name: string) => `${name}: PIN saved`,
    hint: 'Once a packer has a PIN, settings, cancels, buyers’ data and overrides ask for it. Forgot it? Connect the account again with the seller’s token',
    /** Before the name of the lead and a colon. */
    acts: {
      'account.connect': 'another account',
      'account.practise': 'practice',
      'account.leave': 'account left',
      'lead.setPin': 'a lead’s PIN',
      'packers.save': 'a packer',
      'packers.printBadge': 'a badge',
      'settings.set': 'settings',
      'shipping.setUsual': 'usual shipping point',
      'sets.forget': 'a set of codes forgotten',
      'gtins.forget': 'a GTIN forgotten',
      'cards.beginOwn': 'product list',
      'queue.settle': 'settled by hand',
      'orders.cancel': 'order cancelled',
      'orders.pin': 'order put first',
      'orders.actMany': 'many orders',
      'orders.buyer': 'buyer’s data',
      'buyers.erase': 'buyers’ data erased',
      'courier.route': 'route sheet',
      'labels.print': 'route sheet',
      vouch: 'delivery with doubtful codes',
      vouchGtin: 'a code of another GTIN taken',
      'scannerTest.apply': 'scanner settings'
    } as { readonly [act: string]: string },
    /** Who it was, where the seller's token was shown instead of a PIN. */
    seller: 'the seller'
  }
}

export type LeadWords = ReturnType<typeof leadWordsEn>
