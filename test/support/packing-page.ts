import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PracticeThing } from '../../shared/contract/practice-methods.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { startPractice } from './practice-desk.ts'
import { awaitView, call, choosePoint, marketplaceOf } from './practice-page.ts'

/** The packing table of a practice station in Chromium, worked by a scanner that types. */
export interface PackingPage {
  readonly page: Page
  readonly scan: (text: string) => Promise<void>
  readonly marketplace: Awaited<ReturnType<typeof marketplaceOf>>
  /** Polls what stands on the stage, in Russian. */
  says(text: string): Promise<void>
  /** Everything on the practice table that lies in none of the supplies, or in this one. */
  things(supplyId: string | null): Promise<readonly PracticeThing[]>
  /** Takes these orders into a new supply, and waits for their stickers. */
  take(orderIds: readonly number[]): Promise<void>
  /** Packs the plain item of an order. */
  pack(thing: PracticeThing): Promise<string>
}

/** Starts one, with thirty fresh orders and nobody on the list of packers. */
export async function startPackingPage(settings: Partial<Settings> = {}): Promise<PackingPage> {
  const { page, scan, folder } = await startPractice('30,0,0', { pollSeconds: 5, ...settings })
  const rows = async (supplyId: string | null) =>
    (await call(page, 'orders.list', { lives: null, supplyId, search: '', offset: 0, limit: 200 })).rows
  return {
    page,
    scan,
    marketplace: await marketplaceOf(folder),
    says: text => expect.poll(async () => plain(await page.textContent('.stage')), { timeout: 20_000 }).toContain(text),
    async things(supplyId) {
      const mine = (await rows(supplyId)).filter(({ life }) => supplyId !== null || life === 'fresh')
      const ids = new Set(mine.map(({ id }) => id))
      return (await call(page, 'practice.things', undefined)).filter(({ orderId }) => ids.has(orderId))
    },
    async take(orderIds) {
      await call(page, 'orders.claim', { orderIds: [...orderIds], supply: { kind: 'new', name: '' } })
      await awaitView(page, 'an open supply', view => view.batch !== null)
      const { batch: supply } = await choosePoint(page, scan)
      const isWithout = async () => (await rows(supply?.id ?? '')).some(({ partB }) => partB === null)
      await expect.poll(isWithout, { timeout: 20_000 }).toBe(false)
    },
    async pack(thing) {
      await scan(thing.codes[0]?.text ?? '')
      const { order } = await awaitView(page, 'a sticker', view => view.feedback.message.code === 'scanStickerBack')
      await scan(order?.sticker?.barcode ?? '')
      await awaitView(page, 'a packed order', view => view.feedback.message.code === 'packed')
      return order?.sticker?.partB ?? ''
    }
  }
}

/** With spaces that break in place of those that do not. */
function plain(text: string | null): string {
  return (text ?? '').replaceAll(/\s/g, ' ')
}

/** One of three mugs: they ask for no code, and are not bulky. */
export function isSmall({ article }: PracticeThing): boolean {
  return article === 'mug-enamel-350'
}
