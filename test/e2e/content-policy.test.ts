import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SCREENS } from '../../renderer/route.ts'
import { call } from '../support/practice-page.ts'
import { startPractice } from '../support/practice-desk.ts'
import { until } from '../support/until.ts'

interface Policies {
  readonly trustedTypes: { createPolicy(name: string, rules: object): unknown }
}

/** What the browser reports from now on, however a page is loaded: the directive and what it was about. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  await page.exposeFunction('tellViolation', (what: string) => void found.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { tellViolation } = window as unknown as { tellViolation(what: string): void }
      tellViolation(`${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  await page.reload()
  return found
}

test('every screen works under the content policy, and text becomes neither markup nor script', async () => {
  const { page, scan } = await startPractice('5,2,2')
  const violations = await violationsOf(page)
  const [thing] = await call(page, 'practice.things', undefined)
  await page.locator('.stage').waitFor()
  await scan(thing?.codes[0]?.text ?? '')
  for (const screen of SCREENS) {
    await page.evaluate(to => void (location.hash = to), `#/${screen}`)
    await page.locator(`.rail [aria-current]`).waitFor()
    await page.waitForFunction(() => !/Читаем…|Рисуем/.test(document.body.innerText))
  }
  expect(violations).toEqual([])
  const tried = await page.evaluate(() => {
    const names: string[] = []
    const attempts = [
      () => void (document.body.innerHTML = '<img src=x onerror=alert(1)>'),
      () => void (document.createElement('script').text = 'alert(1)'),
      () => (window as unknown as Policies).trustedTypes.createPolicy('x', {}),
      () => void setTimeout('alert(1)' as unknown as () => void)
    ]
    for (const attempt of attempts) {
      try {
        attempt()
        names.push('done')
      } catch (error) {
        names.push(error instanceof Error ? error.name : 'thrown')
      }
    }
    return names
  })
  expect(tried).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])
  await until('the reports', () => violations.length >= 4)
})
