import { z } from 'zod'
import type {
  DbsOrderState,
  OrderShape,
  PickupOrderState
} from '../../../../electron/practice/marketplace/marketplace.ts'
import { openMarketplace } from './harness.ts'
import type { Answer, Harness } from './harness.ts'

export type SchemeName = 'dbs' | 'pickup'
export type EditionName = 'seed' | 'successor'

export const CASES = [
  ['dbs', 'seed'],
  ['dbs', 'successor'],
  ['pickup', 'seed'],
  ['pickup', 'successor']
] as const

export interface SchemeShop extends Harness {
  /** The prefix of the first edition, and of the bulk methods. */
  readonly path: string
  readonly bulkPath: string
  /** A fresh order. */
  add(shape?: OrderShape): number
  /** An order that came to `status` on its own feet; of a product without codes unless the shape says more. */
  orderIn(status: string, shape?: OrderShape): Promise<number>
  /** `done`, or the refusal as `409 StatusMismatch`: alone in the first edition, an item of the reply in the successor. */
  step(name: string, id: number, code?: string): Promise<string>
  setMeta(id: number, key: string, value: unknown): Promise<string>
  deleteMeta(id: number, key: string): Promise<string>
  /** `supplierStatus wbStatus`, as the control sees them. */
  statusOf(id: number): string
  codeOf(id: number): string
  orders(): readonly (DbsOrderState | PickupOrderState)[]
}

const refusalSchema = z.object({ code: z.string() })
const bulkSchema = z.object({
  requestId: z.string().min(1),
  results: z.tuple([
    z.object({
      orderId: z.int(),
      isError: z.boolean(),
      errors: z.tuple([z.object({ code: z.int(), detail: z.string() })]).optional()
    })
  ])
})

/** The steps that lead to a status. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  new: [],
  confirm: ['confirm'],
  deliver: ['confirm', 'deliver'],
  prepare: ['confirm', 'prepare'],
  cancel: ['cancel']
}

/** A marketplace of one scheme and one edition, without limits. */
export async function openScheme(scheme: SchemeName, edition: EditionName): Promise<SchemeShop> {
  const shop = await openMarketplace({ orders: 0, edition })
  const { call, control } = shop
  const name = scheme === 'dbs' ? 'dbs' : 'click-collect'
  const path = `/api/v3/${name}/orders`
  const bulkPath = `/api/marketplace/v3/${name}/orders`

  const orders = (): readonly (DbsOrderState | PickupOrderState)[] =>
    scheme === 'dbs' ? control.state().dbsOrders : control.state().pickupOrders
  const orderOf = (id: number) => orders().find(order => order.id === id)
  const add = (shape: OrderShape = {}) => control.addOrders(1, { ...shape, scheme })[0] ?? 0
  const codeOf = (id: number) => {
    const order = orderOf(id)
    return order !== undefined && 'code' in order ? order.code : ''
  }

  async function single(answer: Promise<Answer>): Promise<string> {
    const { status, body } = await answer
    return status === 204 ? 'done' : `${status} ${refusalSchema.parse(body).code}`
  }

  async function bulk(answer: Promise<Answer>): Promise<string> {
    const { status, body } = await answer
    if (status !== 200) return `${status} ${refusalSchema.parse(body).code}`
    const { isError, errors } = bulkSchema.parse(body).results[0]
    return isError ? `${errors?.[0].code} ${errors?.[0].detail}` : 'done'
  }

  function step(to: string, id: number, code = codeOf(id)): Promise<string> {
    const asksCode = scheme === 'dbs' && (to === 'receive' || to === 'reject')
    if (edition === 'seed') return single(call('PATCH', `${path}/${id}/${to}`, asksCode ? { code } : undefined))
    return bulk(
      call('POST', `${bulkPath}/status/${to}`, asksCode ? { orders: [{ orderId: id, code }] } : { ordersIds: [id] })
    )
  }

  return {
    ...shop,
    path,
    bulkPath,
    add,
    orders,
    codeOf,
    step,
    async orderIn(status, shape = { requiredMeta: [], optionalMeta: [] }) {
      const id = add(shape)
      for (const to of WAYS[status] ?? [...(WAYS[scheme === 'dbs' ? 'deliver' : 'prepare'] ?? []), status]) {
        const outcome = await step(to, id)
        if (outcome !== 'done') throw new Error(`${to}: ${outcome}`)
      }
      return id
    },
    setMeta(id, key, value) {
      const field = key === 'sgtin' ? 'sgtins' : key
      return edition === 'seed'
        ? single(call('PUT', `${path}/${id}/meta/${key}`, { [field]: value }))
        : bulk(call('POST', `${bulkPath}/meta/${key}`, { orders: [{ orderId: id, [field]: value }] }))
    },
    deleteMeta(id, key) {
      return edition === 'seed'
        ? single(call('DELETE', `${path}/${id}/meta?key=${key}`))
        : bulk(call('POST', `${bulkPath}/meta/delete`, { key, [scheme === 'dbs' ? 'orderIds' : 'ordersIds']: [id] }))
    },
    statusOf: id => `${orderOf(id)?.supplierStatus} ${orderOf(id)?.wbStatus}`
  }
}
