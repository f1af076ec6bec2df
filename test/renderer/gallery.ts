import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { overflowing } from './overflowing.ts'
import { servePage } from './serve-page.ts'
import { SCENES } from './scenes.ts'

/*
 * Takes pictures of every face and screen, and says what overflows. Run: node test/renderer/gallery.ts [name part] [folder].
 */
const SIZES = [
  { width: 1366, height: 657 },
  { width: 1093, height: 614 },
  { width: 1920, height: 1080 }
]
const LOOKS: readonly Record<string, string>[] = [
  { language: 'ru', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ru', theme: 'contrast', textSize: 'huge' }
]
const SCREENS = [
  'orders',
  'orders/13833007',
  'orders/13833003',
  'supplies',
  'handover',
  'shelf',
  'courier',
  'passes',
  'courier/13833033',
  'queue',
  'problems',
  'history',
  'settings'
]

interface Shot {
  readonly name: string
  readonly path: string
  readonly settings: Record<string, string>
  readonly size: { readonly width: number; readonly height: number }
}

/** The check of a scanner is a part of the devices; rows that can't be read stand with the problems. */
function screenOf(scene: string): string {
  if (scene === 'damaged-rows') return '#/problems'
  return /^(?:scanner|devices)-/.test(scene) ? '#/devices' : ''
}

function shots(): readonly Shot[] {
  const pages = [
    ...Object.keys(SCENES).map(scene => ({ name: scene, path: `?scene=${scene}${screenOf(scene)}` })),
    ...SCREENS.map(screen => ({ name: screen.replace('/', '-'), path: `?scene=waiting-item#/${screen}` }))
  ]
  return pages.flatMap(page =>
    LOOKS.flatMap(settings =>
      SIZES.map(size => ({
        name: `${page.name}-${settings['language']}-${settings['theme']}-${size.width}`,
        path: page.path,
        settings,
        size
      }))
    )
  )
}

async function take(browser: Browser, address: string, shot: Shot, folder: string): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: shot.size })
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(`error: ${error.message}`))
  page.on('console', message => message.type() === 'error' && troubles.push(`console: ${message.text()}`))
  const [query, hash = ''] = shot.path.split('#')
  await page.goto(`${address}${query}&settings=${encodeURIComponent(JSON.stringify(shot.settings))}#${hash}`)
  const isDrawn = await page.waitForSelector('.rail, .setup').catch(() => null)
  if (isDrawn === null) troubles.push('nothing is drawn')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(150)
  troubles.push(...(await page.evaluate(overflowing)))
  await page.screenshot({ path: join(folder, `${shot.name}.png`) })
  await page.close()
  return troubles
}

async function main(part: string, given: string | undefined): Promise<void> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'verstak-gallery-')))
  const served = await servePage()
  const browser = await launchChromium()
  const lines: string[] = []
  try {
    for (const shot of shots().filter(({ name }) => name.includes(part))) {
      const troubles = await take(browser, served.address, shot, folder)
      for (const trouble of troubles) lines.push(`${shot.name}: ${trouble}`)
    }
  } finally {
    await browser.close()
    await served.close()
  }
  await writeFile(join(folder, 'troubles.txt'), lines.join('\n'))
  process.stdout.write(`${lines.join('\n')}\n${folder}\n`)
}

await main(process.argv[2] ?? '', process.argv[3])
