import type { OtherSupply } from '../../../shared/domain/messages.ts'
import type { Phrase } from '../phrase.ts'
import { batchWord } from './batch-word.ts'

const CAUSES = {
  scheme: 'Another scheme',
  cargoType: 'Another cargo type',
  warehouse: 'Another warehouse',
  border: 'Another country',
  b2b: 'Another kind of order'
} as const

/** What is offered in English for a thing that the open supply does not hold. */
export function otherSupplyEn({ way, by, article, supplyName, scheme }: OtherSupply): Phrase {
  const batch = batchWord(scheme)
  switch (way) {
    case 'new':
      return {
        title: `${by === null ? '' : `${CAUSES[by]}: `}new ${batch}?`,
        remedy: `${article} travels apart. Yes: a new one is made, this one stays open`
      }
    case 'open':
      return {
        title: by === null ? `Open the other ${batch}?` : `${CAUSES[by]}: open its ${batch}?`,
        remedy: `${article} is in ${batch} “${supplyName}”. Yes: it is opened, this one waits`
      }
    case 'join':
      return {
        title: `Add it to this ${batch}?`,
        remedy: `${article}: a new order. Yes: it joins “${supplyName}”`
      }
  }
}
