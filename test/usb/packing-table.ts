import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../electron/compose.ts'
import { startMarketplace, type Thing } from '../../electron/practice/marketplace/marketplace.ts'
import type { Input, MethodName, Output } from '../../shared/contract/contract.ts'
import { usualPrinter, type PrinterLink } from '../../shared/domain/printing/printers.ts'
import type { View } from '../../shared/view/view.ts'
import { labelText, packUnit, type Packing } from '../support/packer.ts'
import { awaitView, callStation, hostFor } from '../support/station-calls.ts'
import { until } from '../support/until.ts'
import type { PrinterEnd } from './printer-end.ts'

/** The guest emulates every instruction, on a machine that may have other work (ms). */
const PATIENCE_MS = 60_000

/** A whole station in the guest, with a supply of mugs whose stickers are here; nothing packed. */
export interface PackingTable {
  readonly things: readonly Thing[]
  view(): View
  when(what: string, test: (view: View) => boolean): Promise<View>
  scan(text: string): Promise<View>
  pack(thing: Thing, by?: Packing): Promise<number>
  /** What stands on the sticker of an order, by the marketplace. */
  stickerOf(orderId: number): string
  /** The stickers that came out, in order. */
  printed(): readonly (string | null)[]
  /** The print journal, oldest first. */
  journal(): Promise<Output<'jobs.list'>>
  close(): Promise<void>
}

export async function layPackingTable(options: {
  readonly orders: number
  readonly link: PrinterLink
  readonly end: PrinterEnd
}): Promise<PackingTable> {
  const { orders, link, end } = options
  const printers = [usualPrinter({ id: '1', name: 'ZD421', link })]
  const dataDirectory = await mkdtemp(join(tmpdir(), 'verstak-usb-'))
  const marketplace = await startMarketplace({
    seed: 11,
    orders: 0,
    seller: 'abroad',
    now: () => Date.now(),
    monotonic: () => performance.now()
  })
  marketplace.control.setLateStickers({ oneIn: 0, times: 0 })
  const host = hostFor({ dataDirectory, marketplaceUrl: marketplace.url, vault: { token: marketplace.token } })
  const { api, close } = await compose({ host, practice: false })
  const call = <N extends MethodName>(name: N, ...input: undefined extends Input<N> ? [] : [Input<N>]) =>
    callStation(api, name, input[0])
  const listeners = new Set<(view: View) => void>()
  let last = await call('view.get')
  api.on((name, payload) => {
    if (name !== 'view') return
    last = payload as View
    for (const listener of listeners) listener(last)
  })
  const view = (): View => last
  const when = (what: string, test: (view: View) => boolean): Promise<View> =>
    awaitView({ what, test, withinMs: PATIENCE_MS, view, listeners })
  const list = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 } as const
  const printed = (): readonly (string | null)[] => end.simulator.labels.map(labelText)

  async function scan(text: string): Promise<View> {
    await call('scan.typed', { text })
    return view()
  }

  const before = printed().length
  await call('settings.set', { repeatMs: 0, pollSeconds: 600, printers })
  await when('the printer is ready', ({ printers: [printer] }) => printer?.state === 'ready')
  const ids = marketplace.control.addOrders(orders, { article: 'mug-enamel-350' })
  await call('queue.retry', { id: '' })
  await when('the orders', ({ counts }) => counts.fresh === orders)
  await scan('VRSTK-NEW-SUPPLY')
  const hasStickers = async (): Promise<boolean> =>
    (await call('orders.list', list)).rows.filter(({ partB }) => partB !== null).length === orders
  await until('the stickers', hasStickers, PATIENCE_MS)

  return {
    things: marketplace.control.things().filter(({ orderId }) => ids.includes(orderId)),
    view,
    when,
    scan,
    pack: (thing, by = {}) => packUnit({ view, when, scan, labels: printed, ...by }, thing),
    stickerOf: orderId =>
      marketplace.control.state().orders.find(({ id }) => id === orderId)?.sticker.barcode ?? 'no such order',
    printed: () => printed().slice(before),
    journal: async () => (await call('jobs.list', { offset: 0, limit: 200 })).toReversed(),
    async close() {
      await close()
      await marketplace.close()
      await rm(dataDirectory, { recursive: true, force: true })
    }
  }
}
