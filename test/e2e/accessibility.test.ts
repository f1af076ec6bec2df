import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, test } from 'vitest'
import { SCREENS } from '../../renderer/route.ts'
import { useGallery } from '../renderer/gallery-page.ts'

/* Every screen in every theme, looked at by axe-core: headings, names, regions, contrast, what the keyboard reaches. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Faces of the stage, and what opens on the other screens. */
const PLACES: readonly (readonly [scene: string, hash: string, shown: string])[] = [
  ...SCREENS.map(screen => ['waiting-item', `#/${screen}`, '.rail'] as const),
  ['go-code', '', '.stage'],
  ['go-steps', '', '.stage'],
  ['go-paper-out', '', '.stage'],
  ['done-packed', '', '.stage'],
  ['refused-delivery', '', '.stage'],
  ['ask-gtin', '', '.stage'],
  ['ask-shelf', '', '.stage'],
  ['practice-code', '', '.practice'],
  ['waiting-item', '#/orders/13833015', '.side-code'],
  ['waiting-item', '#/problems/13833015', '.side-code'],
  ['devices-many', '#/devices', '.devices-panel'],
  ['scanner-faults', '#/devices', '.rail'],
  ['setup', '', '.setup'],
  ['setup-damaged', '', '.setup-trouble'],
  ['setup-behind', '', '.setup-trouble'],
  ['damaged-rows', '#/problems', '.damaged-rows li']
]

const gallery = useGallery()

test.each(['light', 'dark', 'contrast'])('axe finds nothing on any screen, %s', async theme => {
  const { page } = gallery
  await page.setViewportSize({ width: 1366, height: 657 })
  const troubles: string[] = []
  for (const [scene, hash, shown] of PLACES) {
    const settings = encodeURIComponent(JSON.stringify({ theme }))
    await gallery.open(`scene=${scene}&settings=${settings}${hash}`, shown)
    await page.evaluate(() => document.fonts.ready)
    // Until every list and picture of the screen is there.
    await page.waitForFunction(() => !/Читаем…|Рисуем/.test(document.body.innerText))
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() => {
      const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
      return axe.run()
    })
    for (const { id, help, nodes } of violations) {
      troubles.push(`${scene} ${hash} ${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
    }
  }
  expect(troubles).toEqual([])
})
