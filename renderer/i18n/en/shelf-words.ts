/** Words of the store's shelf, in English; their shape is what the other languages have to fill. */
export const shelfWordsEn = {
  title: 'Parcels on the shelf',
  search: 'Order code, number, article, place',
  which: 'Which parcels',
  parts: { all: 'All', noPlace: 'Without a place', ending: 'Go back soon' },
  none: {
    all: 'Nothing lies on the shelf. A packed pickup order comes here when the marketplace has it ready',
    noPlace: 'Every parcel has a place',
    ending: 'Nothing goes back within a day'
  },
  notFound: 'Nothing on the shelf is called that',
  place: 'Place',
  item: 'Item',
  keptUntil: 'Kept until',
  duties: 'At the counter',
  state: 'State',
  waits: 'waits for its buyer',
  readySince: 'Ready since',
  takeOut: 'Cancelled. Take it off the shelf and scan its label',
  placeHint: 'Scan the parcel and the place, or type it',
  put: 'Note the place',
  labelWithPlace: 'Label with the place',
  toOrder: 'The order',
  placeLabel: 'Label for a place',
  placeName: 'Name of the place: Latin capitals, digits and “-”, 12 at most'
}

export type ShelfWords = typeof shelfWordsEn
