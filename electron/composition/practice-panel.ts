import { z } from 'zod'
import type { MethodName } from '../../shared/contract/contract.ts'
import type { PracticeLabel, PracticeThing } from '../../shared/contract/practice-methods.ts'
import { usualProfile } from '../../shared/domain/printing/media.ts'
import type { PrinterSetting } from '../../shared/domain/printing/printers.ts'
import { moscowTime } from '../../shared/domain/orders/moscow-day.ts'
import type { OrderLife } from '../../shared/domain/orders/orders.ts'
import { SCHEMES } from '../../shared/domain/schemes/scheme.ts'
import type { PracticePrinter } from '../practice/practice-printer.ts'
import type { PracticeScanner } from '../practice/practice-scanner.ts'
import type { Handlers } from '../station/methods/methods.ts'
import type { Station } from '../station/station.ts'

export type PracticeMethod = Extract<MethodName, `practice.${string}`>
export type PracticePanel = Handlers<PracticeMethod>

/** Labels that lie on the practice table; older ones are stuck on their parcels. */
const LABELS_SHOWN = 12

const thingsSchema = z.array(
  z.object({
    orderId: z.number(),
    scheme: z.enum(SCHEMES),
    article: z.string(),
    title: z.string(),
    barcode: z.string(),
    markingCode: z.string().exactOptional(),
    imei: z.string().exactOptional(),
    uin: z.string().exactOptional(),
    gtin: z.string().exactOptional(),
    expiration: z.string().exactOptional(),
    customsDeclaration: z.string().exactOptional(),
    buyerCode: z.string().exactOptional(),
    orderCode: z.string().exactOptional(),
    passcode: z.string().exactOptional()
  })
)
const DAY_MS = 24 * 60 * 60 * 1000

const doneSchema = z.object({ done: z.boolean() })
const faultsSchema = z.object({ away: z.boolean(), latencyMs: z.number() })

type SeenThing = z.infer<typeof thingsSchema>[number]

/** What the practice panel of the page can do: show things to the scanner, pull the network, take the paper out. */
export function createPracticePanel(parts: {
  readonly station: Station
  readonly printer: PracticePrinter
  readonly scanner: PracticeScanner
  readonly marketplaceUrl: string
}): PracticePanel {
  const { station, printer, scanner, marketplaceUrl } = parts
  const pictures = new Map<string, string>()
  /** Of stickers: a picture's code can't be read out of its bytes. */
  const texts = new Map<string, string>()
  let hasPaper = true
  printer.onLabel(({ id }) => {
    const text = stickerOnItsWay()
    if (text !== null) texts.set(id, text)
  })

  /** What stands on the sticker that is just coming out; null if it is another label. */
  function stickerOnItsWay(): string | null {
    const { jobs, orders } = station.core.bench
    const name = profile()?.name
    const job = [...jobs.inState('sending')].find(({ printedOn }) => printedOn === name)
    return job?.source.kind === 'sticker' ? (orders.get(job.source.orderId)?.sticker?.barcode ?? null) : null
  }

  /** What the practice printer is set to be. */
  function profile(): PrinterSetting | undefined {
    return station.core.bench.settings.printers.find(({ link }) => link.kind === 'practice')
  }

  async function control(path: string, body?: object): Promise<unknown> {
    const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const reply = await fetch(`${marketplaceUrl}/practice/${path}`, request)
    if (!reply.ok) throw new Error(`practice marketplace: ${reply.status}`)
    return reply.json()
  }

  async function faults(): Promise<z.infer<typeof faultsSchema>> {
    return faultsSchema.parse(await control('faults'))
  }

  return {
    'practice.things': async () => {
      const things = thingsSchema.parse(await control('things'))
      return things.map(thing => thingView(thing, station.core.bench.orders.get(thing.orderId)?.life ?? null))
    },
    'practice.show': ({ text }) => scanner.show(text),
    'practice.labels': async () => {
      const shown = printer.labels().slice(-LABELS_SHOWN).toReversed()
      for (const kept of [pictures, texts]) {
        for (const id of kept.keys()) if (!shown.some(label => label.id === id)) kept.delete(id)
      }
      const labels: PracticeLabel[] = []
      for (const { id, at, zpl } of shown) {
        const png = pictures.get(id) ?? (await station.labels.picture(zpl, profile() ?? usualProfile()))
        pictures.set(id, png)
        labels.push({ id, at, png, text: texts.get(id) ?? codeOn(zpl) })
      }
      return labels
    },
    'practice.state': async () => {
      const { away, latencyMs } = await faults()
      return { network: !away, paper: hasPaper, latencyMs }
    },
    'practice.setNetwork': async ({ up }) => void (await control('faults', { away: !up })),
    'practice.setPaper': ({ loaded }) => {
      hasPaper = loaded
      printer.setPaper(!loaded)
    },
    'practice.setLatency': async ({ latencyMs }) => void (await control('faults', { latencyMs })),
    'practice.addOrders': async ({ count, scheme }) => {
      await control('orders', { count, scheme })
      station.retryNow()
    },
    'practice.moveDelivery': async ({ orderId }) => {
      const scheme = station.core.bench.orders.get(orderId)?.scheme
      const at = scheme?.kind === 'dbs' ? moscowTime(scheme.slot.date, '12:00') : null
      if (scheme?.kind !== 'dbs' || at === null) return
      const { from: timeFrom, to: timeTo } = scheme.slot
      await control('delivery', { orderId, day: at + DAY_MS, timeFrom, timeTo })
      station.retryNow()
    },
    'practice.cancelOrder': async ({ orderId }) => {
      // In a buyer's own words as far as the order lets them; else it is called off by whoever may always do so.
      for (const wbStatus of ['declined_by_client', 'canceled_by_client', 'canceled']) {
        if (doneSchema.parse(await control('cancel', { orderId, wbStatus })).done) break
      }
      station.retryNow()
    }
  }
}

function thingView(thing: SeenThing, life: OrderLife | null): PracticeThing {
  const { orderId, scheme, article, title, barcode, markingCode, imei, uin, gtin, expiration } = thing
  const codes = [
    { kind: 'barcode', text: barcode },
    { kind: 'sgtin', text: markingCode },
    { kind: 'imei', text: imei },
    { kind: 'uin', text: uin },
    { kind: 'gtin', text: gtin },
    { kind: 'expiration', text: expiration },
    { kind: 'customsDeclaration', text: thing.customsDeclaration }
  ] as const
  return {
    orderId,
    article,
    title,
    scheme,
    life,
    buyer: buyerOf(thing),
    codes: codes.flatMap(({ kind, text }) => (text === undefined ? [] : [{ kind, text }]))
  }
}

function buyerOf({ buyerCode, orderCode, passcode }: SeenThing): PracticeThing['buyer'] {
  if (buyerCode !== undefined) return { kind: 'door', code: buyerCode }
  return orderCode === undefined || passcode === undefined ? null : { kind: 'counter', orderCode, passcode }
}

/** What a scanner would read from the label: the text of its first QR code. */
function codeOn(zpl: Uint8Array): string | null {
  const text = new TextDecoder().decode(zpl)
  return /\^BQ[^^]*\^F[DH][^^]*?[A-Z]A,([^^]*)\^FS/.exec(text)?.[1] ?? null
}
