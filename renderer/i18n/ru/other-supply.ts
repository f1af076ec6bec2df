import type { OtherSupply } from '../../../shared/domain/messages.ts'
import type { Phrase } from '../phrase.ts'

const CAUSES = {
  scheme: 'Другая схема',
  cargoType: 'Другой тип груза',
  warehouse: 'Другой склад',
  border: 'Другая страна доставки',
  b2b: 'Другой вид заказа'
} as const

/** What is offered in Russian for a thing that the open supply does not hold. */
export function otherSupplyRu({ way, by, article, supplyName }: OtherSupply): Phrase {
  switch (way) {
    case 'new':
      return {
        title: `${by === null ? '' : `${CAUSES[by]}: `}новая поставка?`,
        remedy: `${article} едет отдельно. «Да» — соберём новую, эта останется открытой`
      }
    case 'open':
      return {
        title: by === null ? 'Открыть другую поставку?' : `${CAUSES[by]}: открыть поставку?`,
        remedy: `${article} — в поставке «${supplyName}». «Да» — откроем её, эта подождёт`
      }
    case 'join':
      return {
        title: 'Добавить в эту поставку?',
        remedy: `${article}: заказ новый. «Да» — добавим его в «${supplyName}»`
      }
  }
}
