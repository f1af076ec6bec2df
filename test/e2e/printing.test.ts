import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { useGallery } from '../renderer/gallery-page.ts'
import { launchChromium } from '../support/chromium.ts'
import { awaitView, call, openSupply } from '../support/practice-page.ts'
import { startProgram, type Program } from '../support/program.ts'
import { until } from '../support/until.ts'
import { createWedgeScanner } from '../support/wedge-scanner.ts'

/* Whatever prints says so at once, with the count; many labels at a press are asked about first, and can be stopped. */

const gallery = useGallery()
let folder: string
let program: Program
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verstak-printing-'))
  program = await startProgram(folder, ['--practice', '--heap', '30,0,0'])
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await program.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a wave is asked about with its count, says at once that it prints, tells the truth when asked for twice, and can be stopped', async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 657 } })
  await page.goto(program.address)
  const { scan } = await createWedgeScanner(page)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0 })
  await call(page, 'practice.setPaper', { loaded: false })
  const { batch: supply } = await openSupply(page, scan)
  await until('all stickers', async () => {
    const list = { lives: null, supplyId: supply?.id ?? '', search: '', offset: 0, limit: 200 } as const
    const { rows } = await call(page, 'orders.list', list)
    return rows.length > 0 && rows.every(({ partB }) => partB !== null) ? rows : null
  })

  await scan(commandBarcode('wave'))
  const { question } = await awaitView(page, 'the question', view => view.question?.code === 'wholeWave')
  const count = question?.code === 'wholeWave' ? question.labels : 0
  expect(count).toBeGreaterThan(1)
  await page.waitForSelector(`.stage-title >> text=/${count}/`)
  await scan(commandBarcode('yes'))
  await page.waitForSelector('.stage-title >> text=/Печатаем волну/')
  expect(await page.textContent('.stage-remedy')).toContain(String(count))
  expect(await page.textContent('.answer')).toContain('Остановить')

  await scan(commandBarcode('wave'))
  await page.waitForSelector('.stage-title >> text=/уже печатается/')
  expect(await page.textContent('.stage-remedy')).toContain(`Печатаются: ${count}`)

  await page.keyboard.press('F2')
  await page.waitForSelector('.stage-title >> text=/остановлена/')
  await call(page, 'practice.setPaper', { loaded: true })
  const jobs = await call(page, 'jobs.list', { offset: 0, limit: 200 })
  expect(new Set(jobs.map(({ state }) => state.kind))).toEqual(new Set(['failed']))
  expect(await call(page, 'practice.labels', undefined)).toEqual([])
  await page.close()
})

test('labels of a screen’s own: one says so at once, several are asked about first with their count, and can be stopped', async () => {
  const { page } = gallery
  await gallery.open('scene=waiting-item#/settings', '.settings-group')
  await page.getByRole('button', { name: 'Напечатать бейдж: Сергей' }).click()
  await page.getByRole('status').filter({ hasText: 'Печатаем: 1 этикетка' }).waitFor()
  await page.getByRole('button', { name: 'Напечатать лист' }).click()
  await page.getByRole('button', { name: 'Напечатать 2 этикетки' }).click()
  await page.getByRole('status').filter({ hasText: 'Печатаем: 2 этикетки' }).waitFor()
  await page.getByRole('button', { name: 'Остановить' }).click()
  await page.getByText('Печатаем: 2 этикетки').waitFor({ state: 'detached' })
})
