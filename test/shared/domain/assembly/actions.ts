import fc from 'fast-check'
import {
  badgeBarcode,
  COMMANDS,
  commandBarcode,
  parcelBarcode,
  REPRINT_REASONS,
  SHELF_REASONS
} from '../../../../shared/domain/scanning/commands.ts'
import type { BenchEvent } from '../../../../shared/domain/bench.ts'
import { META_KEYS } from '../../../../shared/domain/orders/orders.ts'
import type { Settings } from '../../../../shared/domain/settings.ts'
import { makeImei, makeUin } from '../../../../shared/domain/printing/samples.ts'
import { ANNA, markingCode, MUG, PICKUP, OTHER_SUPPLY, SCARF, STRANGER, stickerOf, SUPPLY } from './builders.ts'

/** Something that happens around a table; plain data, so that a failing run can be read. */
export type Action =
  /** The packer does what the stage asks for. */
  | { readonly kind: 'help' }
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'event'; readonly event: BenchEvent }
  | ({ readonly kind: 'settings' } & Pick<Settings, 'printWhen' | 'scanBack' | 'optionalCodes'>)
  /** The printer deals with one of its labels. */
  | { readonly kind: 'printer'; readonly pick: number; readonly outcome: (typeof OUTCOMES)[number] }
  /** The marketplace answers one of the changes that may be sent now. */
  | { readonly kind: 'outbox'; readonly pick: number; readonly refused: boolean }
  | { readonly kind: 'sticker'; readonly orderId: number }
  | { readonly kind: 'verdict'; readonly orderId: number; readonly decision: string | null }
  | {
      readonly kind: 'listed'
      readonly orderId: number
      readonly cancelled: boolean
      readonly supplyRemoteId: string | null
    }
  | { readonly kind: 'supplyGone'; readonly supplyId: string }

const OUTCOMES = ['sending', 'sent', 'confirmed', 'uncertain', 'waiting', 'failed', 'expired'] as const

const ORDER_IDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const

const orderId = fc.constantFrom(...ORDER_IDS)
const supplyId = fc.constantFrom(SUPPLY, OTHER_SUPPLY, 'round-dbs', 'round-pickup')
const shelfReason = fc.constantFrom(...SHELF_REASONS)
const reprintReason = fc.constantFrom(...REPRINT_REASONS)

const text = fc.constantFrom(
  MUG,
  SCARF,
  STRANGER,
  `]E0${MUG}`,
  ...ORDER_IDS.map(id => stickerOf(id).barcode),
  ...[11, 12, 13].map(parcelBarcode),
  PICKUP.orderCode,
  ...[1, 2, 3, 4].map(seed => markingCode(seed)),
  ...[5, 6].map(seed => markingCode(seed, SCARF)),
  markingCode(7, STRANGER),
  markingCode(1).slice(0, -1),
  makeImei(1),
  makeImei(2),
  makeUin(1),
  makeUin(2),
  '01.12.2027',
  '15112026',
  '01.08.2026',
  SUPPLY,
  OTHER_SUPPLY,
  badgeBarcode(ANNA.id),
  badgeBarcode('404'),
  ...COMMANDS.map(commandBarcode),
  'NOREAD',
  'nothing'
)

const event: fc.Arbitrary<BenchEvent> = fc.oneof(
  fc.record({ kind: fc.constant('command'), command: fc.constantFrom(...COMMANDS) }),
  fc.record({ kind: fc.constant('command'), command: fc.constantFrom('yes', 'no', 'undo', 'skip', 'print') }),
  fc.record({ kind: fc.constant('shelfReason'), reason: shelfReason }),
  fc.record({ kind: fc.constant('reprintReason'), reason: reprintReason }),
  fc.record({
    kind: fc.constant('claim'),
    orderIds: fc.array(orderId, { maxLength: 3 }),
    supply: fc.oneof(
      fc.constant({ kind: 'new', name: '' } as const),
      fc.record({ kind: fc.constant('existing'), supplyId })
    )
  }),
  fc.record({ kind: fc.constantFrom('openSupply', 'closeSupply', 'printWave'), supplyId }),
  fc.record({ kind: fc.constant('reprintOrder'), orderId, reason: reprintReason }),
  fc.record({ kind: fc.constant('reshipmentSeen'), orderIds: fc.array(orderId, { maxLength: 2 }) }),
  fc.record({ kind: fc.constantFrom('takeOrder', 'unshelve', 'reopenOrder'), orderId }),
  fc.record({ kind: fc.constantFrom('cancelOrder', 'buyerIdentified', 'buyerLeft'), orderId }),
  fc.record({
    kind: fc.constant('moveOrders'),
    orderIds: fc.array(orderId, { maxLength: 2 }),
    into: fc.constant({ kind: 'new', name: '' })
  }),
  fc.record({ kind: fc.constant('addBoxes'), supplyId, amount: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('dropSupply'), supplyId }),
  fc.record({ kind: fc.constant('handToCourier'), orderIds: fc.array(orderId, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('shelveOrder'), orderId, reason: fc.constantFrom('damaged', 'missing') }),
  fc.record({ kind: fc.constant('pinOrder'), orderId, isPinned: fc.boolean() }),
  fc.record({
    kind: fc.constant('handOver'),
    orderId: fc.constantFrom(11, 12, 13),
    outcome: fc.constantFrom('receive', 'reject'),
    code: fc.constantFrom('1234', null)
  }),
  fc.record({ kind: fc.constant('deleteCode'), orderId, key: fc.constantFrom(...META_KEYS) }),
  fc.constantFrom(
    { kind: 'printOwn', sources: [{ kind: 'own', label: { kind: 'test' } }] } as const,
    { kind: 'printOwn', sources: [{ kind: 'supplyQr', supplyId: SUPPLY }] } as const,
    { kind: 'printOwn', sources: [{ kind: 'sticker', orderId: 1 }] } as const
  ),
  fc.record({
    kind: fc.constant('statusesSeen'),
    statuses: fc.array(
      fc.record({
        orderId,
        supplierStatus: fc.constantFrom(
          ...(['confirm', 'confirm', 'cancel', 'complete', 'deliver', 'prepare', 'receive', 'reject'] as const)
        ),
        wbStatus: fc.constantFrom('waiting', 'waiting', 'canceled_by_client')
      }),
      { maxLength: 1 }
    )
  })
)

const pick = fc.nat({ max: 9 })

export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ kind: 'help' } as const) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('scan'), text }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('event'), event }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings'),
      printWhen: fc.constantFrom('atOnce', 'onCommand'),
      scanBack: fc.boolean(),
      optionalCodes: fc.constantFrom('ask', 'skip', 'ifScanned')
    })
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('printer'), pick, outcome: fc.constantFrom(...OUTCOMES) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('outbox'), pick, refused: fc.nat({ max: 7 }).map(dice => dice === 0) })
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sticker'), orderId }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('verdict'),
      orderId,
      decision: fc.constantFrom('sgtinIntroduced', 'sgtinIntroduced', 'pending', 'sgtinNotFound', 'required', null)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('listed'),
      orderId,
      cancelled: fc.nat({ max: 4 }).map(dice => dice === 0),
      supplyRemoteId: fc.constantFrom(null, null, SUPPLY, OTHER_SUPPLY)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('supplyGone'), supplyId: fc.constantFrom(SUPPLY, OTHER_SUPPLY, 'none') })
  }
)
