import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startPractice } from '../support/practice-desk.ts'
import { until } from '../support/until.ts'

declare global {
  interface Window {
    readonly heard: {
      readonly kind: 'tone' | 'said' | 'hushed'
      readonly text: string
      readonly at: number
      readonly until: number
    }[]
  }
}

/** Writes down what would be heard: Chromium here has neither a voice nor ears. */
function listen(): void {
  const heard: Window['heard'] = []
  Object.assign(window, { heard })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (when = 0) {
    heard.push({
      kind: 'tone',
      text: '',
      at: performance.now(),
      until: performance.now() + 1000 * (when - this.context.currentTime)
    })
    start.call(this, when)
  }
  const speechSynthesis = {
    cancel: () => void heard.push({ kind: 'hushed', text: '', at: performance.now(), until: 0 }),
    getVoices: () => [],
    speak: ({ text, lang }: SpeechSynthesisUtterance) =>
      void heard.push({ kind: 'said', text: `${lang}: ${text}`, at: performance.now(), until: 0 })
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis })
}

const heardOn = (page: Page) => page.evaluate(() => window.heard)

test('with the voice on the step is said in the page’s language after the sound of a refusal, never over it; off says nothing', async () => {
  const { page, scan } = await startPractice('2,0,0', { language: 'ru' })
  await page.addInitScript(listen)
  await page.reload()
  await page.locator('.stage').waitFor()
  await scan('4006381333931')
  await until('the buzz', async () => (await heardOn(page)).some(({ kind }) => kind === 'tone'))
  expect((await heardOn(page)).filter(({ kind }) => kind === 'said')).toEqual([])

  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByRole('checkbox', { name: 'Говорить вслух: шаг и комментарий к заказу' }).click()
  await page.evaluate(() => (location.hash = '#/pack'))
  await scan('2222222222222')
  const said = await until('the words', async () => (await heardOn(page)).find(({ kind }) => kind === 'said'))
  expect(said.text).toMatch(/^ru: \S/)
  const heard = await heardOn(page)
  const tones = heard.filter(({ kind, at }) => kind === 'tone' && at < said.at)
  // The second tone of the buzz begins 0.22 s after the first, and lasts 0.24 s.
  expect(said.at).toBeGreaterThanOrEqual((tones.at(-1)?.until ?? Infinity) + 200)
})
