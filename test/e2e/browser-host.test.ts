import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { StationBridge } from '../../shared/contract/contract.ts'
import { call } from '../support/practice-page.ts'
import { launchChromium } from '../support/chromium.ts'
import { startProgram } from '../support/program.ts'
import type { Program } from '../support/program.ts'
import { tempFolder } from '../support/temp-folder.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function start(): Promise<Program> {
  const program = await startProgram(tempFolder(), ['--practice'])
  onTestFinished(() => program.kill())
  return program
}

interface Opened {
  readonly page: Page
  /** What the browser complained of: errors of scripts, files it could not load, breaches of the content policy. */
  readonly complaints: readonly string[]
}

async function open(address: string): Promise<Opened> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(address)
  return { page, complaints }
}

test('the launch address leads a browser to the page, which speaks with the station and complains of nothing', async () => {
  const program = await start()
  const { page, complaints } = await open(program.address)
  await page.locator('#root > *').first().waitFor()
  expect(new URL(page.url()).search).toBe('')
  const view = await page.evaluate(() => {
    const { station } = window as unknown as { station: StationBridge }
    return station.invoke('view.get', undefined)
  })
  expect(view).toMatchObject({ ok: true, value: { mode: 'practice' } })
  expect(complaints).toEqual([])
  expect(program.output()).toContain('Practice begins anew')
})

test('the cookie is out of reach of scripts, and a second browser is not let in', async () => {
  const program = await start()
  const { page } = await open(program.address)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const other = await open(program.address)
  expect(await other.page.textContent('body')).toContain('already')
  // Whoever is in hears of it, and can put it away.
  const notice = page.locator('[data-notice]')
  expect(await notice.textContent()).toContain('Его не впустили')
  await notice.getByRole('button').click()
  expect(await notice.count()).toBe(0)
  const bare = await open(new URL(program.address).origin)
  expect(await bare.page.textContent('body')).toContain('has not been let in')
})

test('another site’s page reaches neither files nor socket, the visitor’s cookie notwithstanding', async () => {
  const program = await start()
  const { page } = await open(program.address)
  const station = new URL(program.address)
  await page.route('http://evil.example/**', route => route.fulfill({ contentType: 'text/html', body: '<p>evil' }))
  await page.goto('http://evil.example/')
  const reached = await page.evaluate(async host => {
    const file = await fetch(`http://${host}/`, { credentials: 'include', mode: 'no-cors' }).then(
      answer => answer.type,
      () => 'failed'
    )
    const socket = await new Promise<string>(resolve => {
      const tried = new WebSocket(`ws://${host}/station`)
      tried.addEventListener('open', () => resolve('open'))
      tried.addEventListener('error', () => resolve('refused'))
    })
    return { file, socket }
  }, station.host)
  expect(reached.socket).toBe('refused')
  // An opaque answer tells the site nothing; `Cross-Origin-Resource-Policy` withholds even that.
  expect(reached.file).toBe('failed')
})

test.each([
  {
    language: 'ru',
    says: /сканы не принимаются/,
    remedy: /закройте это окно.*новый адрес.*Тренировка/,
    not: /[a-z]{2}/i
  },
  { language: 'en', says: /scans are not taken/, remedy: /close this window.*new address.*practice/i, not: /[а-яё]/i }
] as const)('a station that dies is told at once, in red, in the page’s language alone: $language', async expected => {
  const program = await start()
  const { page } = await open(program.address)
  await page.locator('.stage').waitFor()
  await call(page, 'settings.set', { language: expected.language })
  await page.locator(`html[lang=${expected.language}]`).waitFor()
  expect(await page.locator('[data-lost]').count()).toBe(0)
  // Whatever the page asks for meanwhile ends in no technical words either.
  await page.keyboard.press('F2')
  await program.kill()
  await page.keyboard.press('F2')
  const notice = page.locator('[data-lost]')
  expect(await comesWithinASecond(page, '[data-lost]')).toBe(true)
  expect(await notice.textContent()).toMatch(expected.says)
  expect(await notice.textContent()).toMatch(expected.remedy)
  expect(await notice.textContent()).not.toMatch(expected.not)
  expect(await notice.evaluate(box => getComputedStyle(box).backgroundColor)).toBe('rgb(122, 20, 20)')
  const failures = page.locator('.strip[role=alert]')
  await failures.waitFor()
  expect(await failures.textContent()).not.toMatch(/failed|connection|badInput/)
})

/** A second as the page gets it: on a busy machine its pauses end late, and count as they were asked for. */
function comesWithinASecond(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(async wanted => {
    for (let look = 0; look < 200; look += 1) {
      if (document.querySelector(wanted) !== null) return true
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    return false
  }, selector)
}
