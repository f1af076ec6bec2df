import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const CSS = readFileSync('renderer/ui/tokens.css', 'utf8')
const THEMES = ['light', 'dark', 'contrast'] as const

/** Letters on a ground; `large` are 24 px and more, or 19 px bold. */
const PAIRS: readonly (readonly [letters: string, ground: string, size: 'normal' | 'large'])[] = [
  ['ink', 'paper', 'normal'],
  ['ink', 'raised', 'normal'],
  ['ink', 'go-paper', 'normal'],
  ['quiet', 'paper', 'normal'],
  ['quiet', 'raised', 'normal'],
  ['quiet', 'go-paper', 'normal'],
  ['go', 'raised', 'normal'],
  ['go', 'paper', 'normal'],
  ['go', 'go-paper', 'large'],
  ['done', 'raised', 'normal'],
  ['done', 'paper', 'normal'],
  ['refuse', 'raised', 'normal'],
  ['refuse', 'paper', 'normal'],
  ['ask', 'raised', 'normal'],
  ['ask', 'paper', 'normal'],
  ['on-go', 'go', 'normal'],
  ['on-done', 'done-paper', 'normal'],
  ['on-refuse', 'refuse-paper', 'normal'],
  ['on-ask', 'ask-paper', 'normal'],
  ['on-fbs', 'fbs-paper', 'normal'],
  ['on-dbs', 'dbs-paper', 'normal'],
  ['on-pickup', 'pickup-paper', 'normal'],
  ['focus', 'paper', 'large'],
  ['focus', 'raised', 'large']
]

function tokens(theme: string): ReadonlyMap<string, string> {
  const block = CSS.slice(CSS.indexOf(`[data-theme='${theme}'] {`))
  const body = block.slice(0, block.indexOf('}'))
  return new Map([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(from => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

test('black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#0b4fae', '#0b4fae')).toBe(1)
})

test.each(THEMES)('every pair of colours in %s can be read', theme => {
  const colours = tokens(theme)
  const poor = PAIRS.flatMap(([letters, ground, size]) => {
    const value = contrast(colours.get(letters) ?? '#000000', colours.get(ground) ?? '#000000')
    return value < (size === 'large' ? 3 : 4.5) ? [`${letters} on ${ground}: ${value.toFixed(2)}`] : []
  })
  expect(poor).toEqual([])
})

test('every theme has every role', () => {
  const roles = [...tokens('light').keys()].toSorted()
  expect(roles.length).toBeGreaterThan(15)
  for (const theme of THEMES) expect([...tokens(theme).keys()].toSorted()).toEqual(roles)
})
