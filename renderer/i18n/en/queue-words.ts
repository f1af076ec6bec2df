import type { Format } from '../format.ts'

/** Words of the queue of changes for the marketplace. */
export interface QueueWords {
  readonly by: string
  readonly orders: { readonly [B in 'time' | 'order' | 'limit']: string }
  readonly summary: (waiting: number, oldest: string | null, attention: number) => string
  readonly retryAll: string
  readonly gauges: string
  readonly level: (level: number, burst: number) => string
  readonly waits: (urgent: number, background: number) => string
  readonly sleeps: (seconds: number) => string
  /** By the names in the table of limits. */
  readonly groups: { readonly [group: string]: string }
  readonly next: (time: string) => string
  readonly behind: string
  readonly noOrder: string
  readonly shown: (count: number) => string
  readonly settle: string
  readonly settleAsk: (what: string) => string
  readonly settleWhat: string
  readonly outcomes: { readonly [O in 'done' | 'dropped']: string }
  readonly brings: { readonly [O in 'done' | 'dropped']: string }
  readonly why: string
  readonly reasons: readonly string[]
  readonly settleDo: string
  readonly cant: string
}

/** Words of the queue in English. */
export function queueWordsEn(format: Format): QueueWords {
  return {
    by: 'Put in order by',
    orders: { time: 'By time', order: 'By order', limit: 'By limit' },
    summary: (waiting, oldest, attention) =>
      [
        `${format.number(waiting)} waiting`,
        ...(oldest === null ? [] : [`the oldest for ${oldest}`]),
        ...(attention === 0 ? [] : [`${format.number(attention)} need you`])
      ].join(' · '),
    retryAll: 'Try all now',
    gauges: 'The marketplace’s limits',
    level: (level, burst) => `${format.number(level)} of ${format.number(burst)}`,
    waits: (urgent, background) => `waiting: ${format.number(urgent)} urgent, ${format.number(background)} other`,
    sleeps: seconds => `told to be silent for ${format.number(seconds)} s`,
    groups: {
      fbs: 'FBS: orders, supplies, stickers',
      fbsMeta: 'FBS: reading codes',
      fbsSetMeta: 'FBS: sending codes',
      fbsAddToSupply: 'FBS: adding to a supply',
      fbsCancel: 'FBS: cancelling',
      dbs: 'DBS: reading',
      dbsConfirm: 'DBS: into assembly',
      dbsDeliver: 'DBS: to the courier',
      dbsReceive: 'DBS: handed over',
      dbsReject: 'DBS: turned down',
      dbsCancel: 'DBS: cancelling',
      dbsSetMeta: 'DBS: sending codes',
      dbsDeleteMeta: 'DBS: deleting codes',
      pickup: 'Pickup: reading',
      pickupStatuses: 'Pickup: statuses',
      pickupIdentity: 'Pickup: the buyer’s code',
      pickupConfirm: 'Pickup: into assembly',
      pickupPrepare: 'Pickup: ready',
      pickupReceive: 'Pickup: handed over',
      pickupReject: 'Pickup: turned down',
      pickupCancel: 'Pickup: cancelling',
      pickupSetMeta: 'Pickup: sending codes',
      pickupMeta: 'Pickup: reading codes',
      cards: 'Product cards',
      ping: 'Check of the token',
      passCreate: 'A new pass',
      dbsStatusSeed: 'DBS: marking steps',
      dbsSetMetaSeed: 'DBS: sending codes',
      dbsDeleteMetaSeed: 'DBS: deleting codes',
      pickupStatusSeed: 'Pickup: marking steps',
      pickupSetMetaSeed: 'Pickup: sending codes',
      dbw: 'DBW: reading',
      dbwSetMeta: 'DBW: sending codes',
      sandbox: 'Sandbox: everything'
    },
    next: time => `next try at ${time}`,
    behind: 'an earlier change goes first',
    noOrder: 'Of no single order',
    shown: count => `The newest ${format.number(count)} are shown`,
    settle: 'Settle by hand',
    settleAsk: what => `How did “${what}” end?`,
    settleWhat: 'Look on the portal first. What you say here is not checked; it goes into the log with your reason.',
    outcomes: { done: 'It took place', dropped: 'It did not, and is not wanted' },
    brings: {
      done: 'Nothing more is sent; the order goes on as after the marketplace’s “yes”',
      dropped: 'Nothing more is sent; the order goes on as after a refusal'
    },
    why: 'Why (for the log)',
    reasons: ['Seen on the portal', 'Done on the portal by hand', 'No longer needed'],
    settleDo: 'Settle',
    cant: 'That can’t be settled so: it has moved on meanwhile'
  }
}
