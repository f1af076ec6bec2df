import type { OtherSupply } from '../../../shared/domain/messages.ts'
import type { Phrase } from '../phrase.ts'
import { batchStem } from './batch-stem.ts'

const CAUSES = {
  scheme: 'Другая схема',
  cargoType: 'Другой тип груза',
  warehouse: 'Другой склад',
  border: 'Другая страна доставки',
  b2b: 'Другой вид заказа'
} as const

/** What is offered in Russian for a thing that the open supply does not hold. */
export function otherSupplyRu({ way, by, article, supplyName, scheme }: OtherSupply): Phrase {
  const batch = batchStem(scheme)
  switch (way) {
    case 'new':
      return {
        title: `${by === null ? '' : `${CAUSES[by]}: `}новая ${batch}а?`,
        remedy: `${article} едет отдельно. «Да» — соберём новую, эта останется открытой`
      }
    case 'open':
      return {
        title: by === null ? `Открыть другую ${batch}у?` : `${CAUSES[by]}: открыть ${batch}у?`,
        remedy: `${article} — в ${batch}е «${supplyName}». «Да» — откроем её, эта подождёт`
      }
    case 'join':
      return {
        title: `Добавить в эту ${batch}у?`,
        remedy: `${article}: заказ новый. «Да» — добавим его в «${supplyName}»`
      }
  }
}
