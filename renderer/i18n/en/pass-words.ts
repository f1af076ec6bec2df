import type { PassProblem } from '../../../shared/domain/orders/passes.ts'

const problems: { readonly [problem in PassProblem]: string } = {
  firstName: 'The first name is missing',
  lastName: 'The last name is missing',
  nameLength: 'First and last name have 6 to 100 letters together',
  lastNameShort: 'To change a pass the last name has to have 6 letters. Make a new one',
  carModel: 'The car’s make is missing',
  carNumber: 'The car’s number has 6 to 9 letters and digits, nothing else'
}

/** Words of the passes to the marketplace's warehouses, in English; their shape is what the other languages have to fill. */
export const passWordsEn = {
  title: 'Passes',
  none: 'No pass. Warehouses that ask for one are in the list at the right',
  noAnswer: 'The marketplace did not answer. Check the network and press “Read again”',
  again: 'Read again',
  make: 'Make a pass',
  change: 'Change the pass',
  save: 'Save',
  office: 'Warehouse',
  fields: { lastName: 'Last name', firstName: 'First name', carModel: 'Car', carNumber: 'Number of the car' },
  known: 'Drivers before',
  problems,
  wait: (minutes: number, seconds: string) => `The next pass can be made in ${minutes}:${seconds}`,
  early: 'The marketplace makes one pass in ten minutes. Nothing was sent: wait and try again',
  refused: 'The marketplace did not take the pass. Check the fields and the warehouse',
  rule: 'A pass holds for 48 hours. The marketplace makes one in ten minutes',
  holds: (time: string) => `holds for ${time}`,
  over: 'over',
  endUnknown: 'end unknown',
  deleteOf: (car: string) => `Delete the pass of ${car}`,
  deleteAsk: (car: string, office: string) => `Delete the pass of ${car} to “${office}”?`,
  wanted: (office: string) => `“${office}” lets nobody in without a pass`
}

export type PassWords = typeof passWordsEn
