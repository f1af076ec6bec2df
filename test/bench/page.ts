import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { startMarketplaceInWorker } from '../../electron/practice/marketplace-in-worker.ts'
import { methods } from '../../shared/contract/contract.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { ROOT } from '../../scripts/repository.ts'
import { launchChromium } from '../support/chromium.ts'
import { call } from '../support/practice-page.ts'
import { startProgram } from '../support/program.ts'
import { percentile, table } from './table.ts'

/** Promised at 100,000 orders (ms): the rows found, and the longest frame while scrolling. */
const PROMISE = { search: 100, frame: 32 }
const LOOK_EVERY_MS = 500
/** Turns of the wheel, at each a screen and a half of rows (px). */
const WHEEL = { turns: 120, by: 700 }

/** How soon the orders screen shows what is searched for, and how smoothly it scrolls, in real Chromium over the real program. */
export async function measurePage(parts: {
  readonly folder: string
  readonly worker: URL
  readonly orders: number
}): Promise<string> {
  const { worker, orders } = parts
  if (!buildIfStale(ROOT, line => console.log(line))) throw new Error('bench: the page could not be built')
  const folder = mkdtempSync(join(parts.folder, 'page-'))
  const marketplace = await startMarketplaceInWorker(worker, { seed: 5, orders, limits: 'off', seller: 'abroad' })
  process.env['VERSTAK_MARKETPLACE_URL'] = marketplace.url
  const program = await startProgram(folder)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 657 } })
    await page.goto(program.address)
    await call(page, 'account.connect', { token: marketplace.token, keep: 'thisRun' })
    await allIn(page, orders)
    const idle = await frames(page, async () => page.waitForTimeout(1000))
    await page.evaluate(() => (location.hash = '#/orders'))
    await page.locator('.row-main').first().waitFor()
    const found = await search(page)
    const scrolled = await frames(page, () => scroll(page))
    const longest = percentile(scrolled, 1)
    const isKept = percentile(found, 1) <= PROMISE.search && longest <= PROMISE.frame
    return [
      table(`The orders screen at ${orders} orders, in Chromium (ms)`, [
        { name: 'a search → its rows on the screen', samples: found },
        { name: 'a frame while scrolling', samples: scrolled },
        { name: 'a frame of a page at rest', samples: idle }
      ]),
      `promised: a search ${PROMISE.search} ms, a frame ${PROMISE.frame} ms: ${isKept ? 'kept' : 'NOT KEPT'}`
    ].join('\n')
  } finally {
    await browser.close()
    await program.stop()
    await marketplace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Buyers take back some of so many before the last is in; looking at it all the time would hold up what is waited for. */
async function allIn(page: Page, orders: number): Promise<void> {
  for (;;) {
    const { counts } = await call(page, 'view.get', undefined)
    if (counts.fresh >= orders * 0.99) return
    await delay(LOOK_EVERY_MS)
  }
}

/** Words that find one order, a few, or very many of them, as they stand in the list itself. */
async function search(page: Page): Promise<number[]> {
  const list = (word: string) =>
    call(
      page,
      'orders.list',
      methods['orders.list'].input.parse({ lives: null, supplyId: null, search: word, offset: 0, limit: 8 })
    )
  const { rows, total } = await list('')
  const field = page.locator('.list-tools input[type=search]')
  const took: number[] = []
  for (const word of rows.flatMap(({ id, article }) => [
    String(id),
    String(id).slice(0, 6),
    article,
    article.slice(0, 3)
  ])) {
    // What finds every order changes nothing that could be waited for.
    if ((await list(word)).total === total) continue
    took.push(await changed(page, () => field.fill(word)))
    await changed(page, () => field.fill(''))
  }
  return took
}

/** From an act until what the list says of its length is drawn anew (ms by the page's own clock). */
async function changed(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.took = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('bench: the list did not change')), 30_000)
      let began = 0
      document.addEventListener('input', () => (began = performance.now()), { once: true, capture: true })
      const said = document.querySelector('.list-tools > .quiet')
      if (said === null) throw new Error('bench: no length of the list')
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - began))
      })
      observer.observe(said, { childList: true, characterData: true, subtree: true })
    })
  })
  await act()
  return page.evaluate(() => (window as unknown as Watched).took)
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(600, 400)
  for (let turn = 0; turn < WHEEL.turns; turn++)
    await page.mouse.wheel(0, turn < WHEEL.turns / 2 ? WHEEL.by : -WHEEL.by)
}

/** How long each frame of the page took while something was done (ms). */
async function frames(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.frames = []
    let last = performance.now()
    const next = (now: number): void => {
      watched.frames.push(now - last)
      last = now
      watched.drawing = requestAnimationFrame(next)
    }
    watched.drawing = requestAnimationFrame(next)
  })
  await act()
  return page.evaluate(() => {
    const watched = window as unknown as Watched
    cancelAnimationFrame(watched.drawing)
    return watched.frames.slice(1)
  })
}

/** What the bench keeps in the page. */
interface Watched {
  took: Promise<number>
  frames: number[]
  drawing: number
}
