import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { usualPrinter } from '../../shared/domain/printing/printers.ts'
import { createCardsClient } from '../api/cards.ts'
import { createMarketplaceClient } from '../api/client.ts'
import { createPictures } from '../api/pictures.ts'
import type { PracticeHeap } from '../host.ts'
import { startMarketplaceInWorker } from '../practice/marketplace-in-worker.ts'
import { createPracticePrinter } from '../practice/practice-printer.ts'
import { createPracticeScanner } from '../practice/practice-scanner.ts'
import type { CardsPort } from '../station/ports/ports.ts'
import { assembleStation } from './engine.ts'
import type { Engine, Surroundings } from './engine.ts'
import { createPracticePanel } from './practice-panel.ts'

/** The same orders every time: a trainer knows what comes. */
const SEED = 1

/** A station with everything around it made up, and nothing in it remembered from the last practice. */
export async function startPractice(around: Surroundings, heap: PracticeHeap, language: 'ru' | 'en'): Promise<Engine> {
  const { host, clock, log } = around
  const folder = join(host.dataDirectory, 'practice')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const marketplace = await startMarketplaceInWorker(host.marketplaceWorker, {
    seed: SEED,
    orders: heap.fbs,
    dbsOrders: heap.dbs,
    pickupOrders: heap.pickup
  })
  const printer = createPracticePrinter({ clock })
  const scanner = createPracticeScanner()
  const { url, token } = marketplace
  // Its state page is at this address: a trainer, or a test, looks there.
  log.info({ url }, 'practice marketplace')
  const cards = createCardsClient({ url, token, clock, log })
  const station = assembleStation(around, {
    mode: 'practice',
    tokenExpiresAt: null,
    isSandbox: false,
    databasePath: join(folder, 'verstak.sqlite'),
    marketplace: (edition, choices) =>
      createMarketplaceClient({ url, token, clock, log, edition, choices, answerWorker: host.answerWorker }),
    cards: cards && withoutGtins(cards),
    pictures: createPictures(url),
    // None are made.
    eraseCopies: () => Promise.resolve(0),
    practicePrinter: printer,
    practiceScanner: scanner
  })
  const { settings } = station.core.bench
  const printers = [
    usualPrinter({
      id: '1',
      name: language === 'ru' ? 'Учебный принтер' : 'Practice printer',
      link: { kind: 'practice' }
    })
  ]
  // Whoever tries it out has no badge yet; the settings switch that on for whoever wants to practise it.
  station.act({ kind: 'settings', settings: { ...settings, language, printers, pollSeconds: 10, signIn: false } })
  for (const id of ['1', '2']) {
    station.act({ kind: 'savePacker', packer: { id, name: language === 'ru' ? `Сборщик ${id}` : `Packer ${id}` } })
  }
  await station.start()
  return {
    station,
    account: { kind: 'practice', sellerId: null, expiresAt: null, sandbox: true, tokenType: null },
    practice: createPracticePanel({ station, printer, scanner, marketplaceUrl: url }),
    async close() {
      await station.close()
      await cards?.close()
      await marketplace.close()
    }
  }
}

/** A code of another GTIN asks, as it does for sellers whose token reads no cards: that is worth practising. */
function withoutGtins({ cards }: CardsPort): CardsPort {
  return {
    async cards(cursor) {
      const reply = await cards(cursor)
      if (reply.kind !== 'ok') return reply
      const known = reply.value.cards.map(card => ({
        ...card,
        sizes: card.sizes.map(size => ({ ...size, skus: [], gtin: null }))
      }))
      return { kind: 'ok', value: { ...reply.value, cards: known } }
    }
  }
}
