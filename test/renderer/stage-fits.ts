import type { Said } from './longest-words.ts'

/** What the fake station offers in the page. */
interface Shown {
  readonly station: { show: (change: (view: object) => object) => void }
}

export interface Fit {
  readonly name: string
  /** The instruction's letters (px). */
  readonly letters: number
  readonly troubles: readonly string[]
}

/**
 * Runs in the page: lets the station say everything in turn, and finds instruction, remedy, hint, answers, order and commands that
 * are cut, covered, or not to be seen without scrolling (`mayScroll`: not to be reached by scrolling either).
 */
export async function fitsOf(input: {
  readonly said: readonly Said[]
  readonly mayScroll: boolean
}): Promise<readonly Fit[]> {
  const { station } = window as unknown as Shown
  const fits: Fit[] = []
  for (const { name, ...said } of input.said) {
    const { face, message, note, question, lamePrinter, answers, order } = said
    const feedback = { face, message, ...(note === null ? {} : { note }), at: Date.now() }
    station.show(view => ({
      ...view,
      feedback,
      question,
      lamePrinter,
      answers,
      order,
      labelOf: order === null ? null : 1
    }))
    await drawn()
    // What the stage says is read once the question for a lead's PIN over it was put aside.
    const dialog = document.querySelector('dialog.lead-dialog')
    if (dialog !== null) {
      dialog.dispatchEvent(new Event('cancel'))
      await drawn()
    }
    const title = document.querySelector<HTMLElement>('.stage-title')
    const letters = title === null ? 0 : parseFloat(getComputedStyle(title).fontSize)
    fits.push({
      name,
      letters,
      troubles: troublesOf(answers.length, [
        ...(question !== null && face === 'refused' ? ['.stage-hint'] : []),
        ...(note !== null && note.code !== 'otherSupply' ? ['.stage-note'] : []),
        ...(lamePrinter !== null ? ['.stage-standing'] : [])
      ])
    })
  }
  return fits

  function drawn(): Promise<void> {
    return new Promise(resolve => requestAnimationFrame(() => resolve()))
  }

  function troublesOf(answerCount: number, beside: readonly string[]): readonly string[] {
    const words = ['.stage-title', '.stage-remedy', ...beside]
    const pack = document.querySelector<HTMLElement>('.pack')
    if (pack === null) return ['no packing table']
    pack.scrollTop = 0
    const found = words.flatMap(selector => sight(selector, !beside.includes(selector)))
    for (const details of document.querySelectorAll<HTMLElement>('.stage-details')) {
      if (details.scrollHeight > details.clientHeight + 1) found.push('details are cut')
    }
    const codes = [...document.querySelectorAll<HTMLElement>('.answer')]
    if (codes.length !== answerCount && answerCount > 0) found.push(`${codes.length} of ${answerCount} answers`)
    for (const code of codes) found.push(...wholeAnswer(code))
    for (const box of document.querySelectorAll<HTMLElement>('.stage, .card, .card *, .command, .answer, .top-bar')) {
      if (isOver(box)) found.push(`${box.className || box.tagName} is over: ${box.textContent.slice(0, 30)}`)
    }
    found.push(...rail())
    return found
  }

  /** Words are whole, and lie on top; the instruction and its remedy are seen at once. */
  function sight(selector: string, atOnce: boolean): readonly string[] {
    const box = document.querySelector<HTMLElement>(selector)
    if (box === null || box.textContent.trim() === '') return [`no ${selector}`]
    if (!atOnce || input.mayScroll) box.scrollIntoView({ block: 'nearest' })
    const words = document.createRange()
    words.selectNodeContents(box)
    const at = box.getBoundingClientRect()
    const found: string[] = []
    for (let around = box.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === 'visible') continue
      const frame = around.getBoundingClientRect()
      if (
        at.top < frame.top - 1 ||
        at.bottom > frame.bottom + 1 ||
        at.left < frame.left - 1 ||
        at.right > frame.right + 1
      ) {
        found.push(`${selector} is cut by ${around.className || around.tagName}`)
      }
    }
    if (box.scrollWidth > box.clientWidth + 1) found.push(`${selector} is too wide`)
    for (const line of words.getClientRects()) {
      const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)
      if (top === null || !box.contains(top)) found.push(`${selector} is covered by ${top?.className ?? 'nothing'}`)
    }
    return [...new Set(found)]
  }

  /** A code that a scanner reads: whole, in whole pixels, and its words beside it. */
  function wholeAnswer(code: HTMLElement): readonly string[] {
    code.scrollIntoView({ block: 'nearest' })
    const at = code.getBoundingClientRect()
    const frame = (document.querySelector('.stage') ?? code).getBoundingClientRect()
    const barcode = code.querySelector('svg')?.getBoundingClientRect()
    const found: string[] = []
    if (at.bottom > frame.bottom + 1 || at.right > frame.right + 1 || at.top < frame.top - 1)
      found.push('an answer is cut')
    if (at.bottom > innerHeight + 1) found.push('an answer is out of sight')
    if (barcode === undefined || barcode.width < 58) found.push(`an answer’s code is ${barcode?.width ?? 0} px`)
    return found
  }

  function isOver(box: HTMLElement): boolean {
    const { display, overflowY } = getComputedStyle(box)
    if (display === 'inline' || display === 'none' || box.closest('svg') !== null) return false
    if (overflowY === 'auto' || box.matches('.one-line')) return false
    return box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2
  }

  /** Every way to another screen can be pressed. */
  function rail(): readonly string[] {
    const found: string[] = []
    for (const item of document.querySelectorAll<HTMLElement>('.rail-item')) {
      item.scrollIntoView({ block: 'nearest' })
      const { top, bottom, left, width } = item.getBoundingClientRect()
      const middle = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
      if (top < -1 || bottom > innerHeight + 1 || middle === null || !item.contains(middle)) {
        found.push(`rail: ${item.textContent} is out of reach`)
      }
    }
    return found
  }
}
