import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Settings } from '../../../shared/domain/settings.ts'

/** What gives way to the words of the stage, in this order; `pack.css` says how each of them does. */
const GIVES_WAY = ['hints', 'aside', 'facts', 'steps', 'card', 'codes'] as const

/**
 * The instruction's letters (px, in a window as high as the smallest screen): things give way until it has `wanted`; it never has
 * more than `most`. Where larger text begins, smaller text ends: so the instruction is never smaller for those who want it larger.
 */
const LETTERS = {
  normal: { wanted: 56, most: 62 },
  large: { wanted: 62, most: 70 },
  huge: { wanted: 70, most: 82 }
} as const
/** The smallest instruction that reads at two metres (px). */
const SMALLEST = 30
/** The height (px) that `LETTERS` are for, and how much larger they may be in a higher window. */
const USUAL_HEIGHT = 768
const LARGEST_SCALE = 1.3

/** The packing table whose stage has the first claim on its room: set anew after every drawing and whenever a size changes. */
export function useRoom(textSize: Settings['textSize']): RefObject<HTMLElement | null> {
  const table = useRef<HTMLElement>(null)
  useLayoutEffect(() => makeRoom(table.current, textSize))
  useLayoutEffect(() => {
    const makeRoomNow = () => makeRoom(table.current, textSize)
    const observer = new ResizeObserver(makeRoomNow)
    for (const part of [table.current, wordsOf(table.current)]) if (part) observer.observe(part)
    document.fonts.addEventListener('loadingdone', makeRoomNow)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', makeRoomNow)
    }
  }, [textSize])
  return table
}

function wordsOf(table: HTMLElement | null): HTMLElement | null {
  return table?.querySelector<HTMLElement>('.stage-said') ?? null
}

/** Takes away what has to give way, and no more, then makes the letters as large as they may be. */
function makeRoom(table: HTMLElement | null, textSize: Settings['textSize']): void {
  const words = wordsOf(table)
  const box = words?.parentElement
  const stage = box?.parentElement
  if (table === null || words === null || !box || !stage) return
  const scale = Math.min(LARGEST_SCALE, Math.max(1, window.innerHeight / USUAL_HEIGHT))
  const wanted = Math.floor(LETTERS[textSize].wanted * scale)
  const most = Math.floor(LETTERS[textSize].most * scale)
  const fits = (size: number) => {
    words.style.fontSize = `${size}px`
    return isWithin(words, box) && isBeside(stage, box) && stage.scrollHeight <= stage.clientHeight + 1
  }
  for (let gone = 0; gone <= GIVES_WAY.length; gone++) {
    table.dataset['gone'] = GIVES_WAY.slice(0, gone).join(' ')
    if (fits(wanted)) return largest(fits, wanted, most)
  }
  largest(fits, SMALLEST, wanted)
}

/** Where the page scrolls, the box grows with its words: what it has at least is their room then. */
function isWithin(words: HTMLElement, box: HTMLElement): boolean {
  const least = parseFloat(getComputedStyle(box).minHeight)
  const height = least > 0 ? least : box.clientHeight
  return words.offsetHeight <= height && words.scrollWidth <= box.clientWidth
}

/** Answers that stand beside the words are no higher than these may be; answers below them have a row of their own. */
function isBeside(stage: HTMLElement, box: HTMLElement): boolean {
  const answers = stage.querySelector<HTMLElement>('.answers')
  if (answers === null || answers.offsetLeft < box.offsetLeft + box.offsetWidth) return true
  return answers.offsetHeight <= box.offsetHeight
}

/** Sets the largest size in whole px that fits; at the least of them the words stand even if they do not. */
function largest(fits: (size: number) => boolean, least: number, most: number): void {
  let low = least
  let high = most
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  fits(low)
}
