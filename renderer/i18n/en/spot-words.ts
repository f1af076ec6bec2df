import type { SpotCarrier, SpotState } from '../../../shared/domain/orders/spot.ts'
import type { OpenTable, Phrase } from '../phrase.ts'

/** Words of supplies that go by road from the EAEU into Russia, in English. */
export interface SpotWords {
  readonly title: string
  /** In a list, of a supply whose carrier has to be named anew. */
  readonly short: string
  readonly states: { readonly [S in SpotState['kind']]: Phrase }
  /** Why a carrier did not pass, or was not taken. */
  readonly troubles: OpenTable
  readonly fields: { readonly [F in keyof SpotCarrier]: string }
  /** Beside a field that need not be filled. */
  readonly optional: string
  readonly chooseCountry: string
  readonly noCountries: string
  readonly before: string
  readonly another: string
  readonly send: string
  readonly sendAgain: string
  /** Why it can't be sent yet. */
  readonly notWhole: string
  readonly printing: string
  readonly print: string
  readonly reprint: string
  readonly label: string
}

const NAME_AGAIN = 'Shift lead: compare every field with the carrier’s papers, mend it, send it again'

export const spotWordsEn: SpotWords = {
  title: 'Carrier over the border (SPOT)',
  short: 'SPOT',
  states: {
    wanted: { title: 'No carrier named', remedy: 'Shift lead: fill in the carrier and the vehicle, then send' },
    queued: {
      title: 'On its way to the marketplace',
      remedy: 'Nothing to do: it goes out when the network is there'
    },
    pending: { title: 'The carrier is being checked', remedy: 'The marketplace’s move. The sticker prints by itself' },
    completed: {
      title: 'The carrier has passed',
      remedy: 'Packer: put the sticker on the papers of the vehicle'
    },
    failed: { title: 'The carrier did not pass', remedy: NAME_AGAIN },
    refused: { title: 'The marketplace did not take it', remedy: NAME_AGAIN }
  },
  troubles: {
    known: {
      doppFailed: { title: 'No confirmation of the delivery was made', remedy: NAME_AGAIN },
      SpotActionNotAllowed: {
        title: 'It can’t be changed now',
        remedy: 'Shift lead: look at the portal whether a carrier is named there already'
      },
      IncorrectRequestBody: { title: 'A field is not as it has to be', remedy: NAME_AGAIN },
      NotFound: {
        title: 'The marketplace knows no such supply',
        remedy: 'Shift lead: look for it on the portal, ask the support'
      }
    },
    unknown: code => ({ title: `The marketplace says “${code}”`, remedy: NAME_AGAIN })
  },
  fields: {
    name: 'Carrier',
    taxNumber: 'Tax number',
    countryCode: 'Country of the carrier',
    vehicle: 'Number of the vehicle',
    trailer: 'Number of the trailer'
  },
  optional: 'if there is one',
  chooseCountry: 'Choose a country',
  noCountries: 'The list of countries comes when the network is there',
  before: 'Named before',
  another: 'Another one',
  send: 'Send the carrier',
  sendAgain: 'Send it again',
  notWhole: 'Fill in all fields; only the trailer may stay empty',
  printing: 'The sticker is being fetched and prints by itself',
  print: 'Print the sticker',
  reprint: 'Print the sticker again',
  label: 'SPOT sticker'
}
