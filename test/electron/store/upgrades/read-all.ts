import type { StorePort } from '../../../../electron/station/ports/ports.ts'
import { NOON } from '../fixtures-data.ts'
import { CODE, FORMER_CODE } from './first-rows.ts'

const ALL = { offset: 0, limit: 100 } as const

/** What a station asks its store for, of all that `frozen-rows.ts` puts there. */
export function readAll(store: StorePort) {
  const { bench, intents, isDamaged } = store.load(NOON)
  const { orders, supplies, rounds, jobs, packers, sets, gtinOverrides, ...desk } = bench
  return {
    orders: [...orders.all()].toSorted((a, b) => a.facts.id - b.facts.id),
    overLongAgo: store.order(105),
    supplies: [...supplies.values()],
    rounds: [...rounds.values()],
    jobs: [...jobs.values()],
    packers: [...packers.values()],
    sets: [...sets.values()],
    gtinOverrides: [...gtinOverrides.values()],
    desk,
    pending: intents,
    wishes: store.intents({ pending: false, ...ALL }).map(({ id }) => id),
    wishesOf: [102, 103, 201].map(orderId => store.intents({ pending: false, orderId, ...ALL }).map(({ id }) => id)),
    printed: store.jobs(ALL).map(({ id }) => id),
    log: store.history({ orderId: null, ...ALL }),
    deeds: store.newDeeds({ after: 0, limit: 100 }),
    codes: [CODE, FORMER_CODE].map(code => store.codeUse(code)),
    labels: [store.sticker(103), store.supplyQr('WB-GI-1')],
    pictures: [store.spotSticker('WB-GI-1'), store.borderLabel(103)],
    points: store.points({ city: 'Москва', cargoType: 1, text: 'lenina', from: 0, most: 9 }),
    gtins: [store.cards.gtins(9), store.cards.owners('04600000000008')],
    cardsRead: store.cards.progress(),
    words: store.cards.words({ chrtId: 9, article: 'TEA-12', skus: [] }),
    buyer: store.buyer(201),
    statuses: store.statuses(103),
    damage: { isDamaged, rows: store.damagedRows() }
  }
}
