import { expect, onTestFinished, test } from 'vitest'
import { createPrinter } from '../../electron/devices/printers/create-printer.ts'
import { createRandom, type Random } from '../../electron/practice/marketplace/orders/random.ts'
import type { PrinterPort, PrintOutcome } from '../../electron/station/ports/ports.ts'
import { startPrinterProgram, type PrinterProgram } from '../support/printer-program.ts'
import { quietLog } from '../support/quiet-log.ts'
import { scaledClock } from '../support/scaled-clock.ts'
import { createTroubles, type Trouble } from './printer-troubles.ts'

const LABELS = Number(process.env['VERSTAK_LABELS'] ?? 10_000)
const TROUBLES = Number(process.env['VERSTAK_TROUBLES'] ?? LABELS / 10)
const SEED = Number(process.env['VERSTAK_SEED'] ?? 20_261_204)
/** How many times faster than real the program's limits run; the sockets are real. */
const SPEED = Number(process.env['VERSTAK_SPEED'] ?? 50)
/** Printers at work side by side, for most of their time they wait; the first one has no odometer. */
const PRINTERS = 5
/** The program's look at a printer at work, in real ms. */
const TICK_MS = 150 / SPEED

/** A label takes about two looks (real ms). */
const PRINT_MS = 2 * TICK_MS
/** Ten thousand labels take less than one minute, of ten that they have. */
const TIME_LIMIT_MS = 60 * LABELS

/** One handing-over of a label, as the journal has it. */
interface Attempt {
  readonly text: string
  readonly outcome: PrintOutcome
  readonly trouble: string | null
}

/** Labels of one printer's shift: which troubles came, and what the journal says of each attempt. */
interface Shift {
  readonly attempts: readonly (readonly Attempt[])[]
  readonly printed: ReadonlyMap<string, number>
}

test(
  `P5: through thousands of labels and troubles journal and labels agree (${LABELS} labels, ${TROUBLES} troubles)`,
  { timeout: TIME_LIMIT_MS },
  async () => {
    process.stdout.write(`seed ${SEED}\n`)
    const begin = performance.now()
    const shifts = await Promise.all(
      Array.from({ length: PRINTERS }, (_, index) => workShift(index, LABELS / PRINTERS, TROUBLES / PRINTERS))
    )
    const complaints = shifts.flatMap(({ attempts, printed }) =>
      attempts.flatMap(label => label.map(attempt => complaintOf(attempt, printed.get(attempt.text) ?? 0)))
    )
    const all = shifts.flatMap(({ attempts }) => attempts.flat())
    process.stdout.write(`${summary(all)}; ${((performance.now() - begin) / 1000).toFixed(1)} s\n`)
    expect(all.filter(({ trouble }) => trouble !== null).length).toBeGreaterThanOrEqual(TROUBLES)
    // Nobody would be helped by a program that always asks.
    const proven = all.filter(({ outcome }) => outcome.kind === 'confirmed').length
    expect(proven).toBeGreaterThan(LABELS * 0.6)
    expect(complaints.filter(complaint => complaint !== null)).toEqual([])
    for (const { attempts, printed } of shifts) {
      for (const label of attempts) {
        const copies = label.reduce((sum, { text }) => sum + (printed.get(text) ?? 0), 0)
        // Lost is nothing; twice is only what the packer was asked about.
        expect(copies, label[0]?.text).toBeGreaterThan(0)
        if (copies > 1) expect(label.map(({ outcome }) => outcome.kind)).toContain('uncertain')
      }
    }
  }
)

async function workShift(index: number, labels: number, troubles: number): Promise<Shift> {
  const random = createRandom(SEED * PRINTERS + index)
  const program = await startPrinterProgram({ odometer: index > 0, printMs: PRINT_MS })
  onTestFinished(() => program.close())
  const printer = createPrinter(
    { kind: 'tcp', host: '127.0.0.1', port: program.port },
    { name: 'Zebra', clock: scaledClock(SPEED), log: quietLog }
  )
  onTestFinished(printer.start(() => undefined))
  const nextTrouble = createTroubles(random, TICK_MS)
  const struck = new Set(random.shuffled(Array.from({ length: labels }, (_, label) => label)).slice(0, troubles))
  const attempts: Attempt[][] = []
  for (let label = 0; label < labels; label += 1) {
    const trouble = struck.has(label) ? nextTrouble() : null
    attempts.push(await bringOut({ program, printer, name: `${index}.${label}`, trouble, nextTrouble, random }))
  }
  // What is still held comes out now, and shows.
  await settle(program)
  return { attempts, printed: counted(program.labels()) }
}

/** Hands a label over until it is out, as a packer with the journal does. */
async function bringOut(parts: {
  readonly program: PrinterProgram
  readonly printer: PrinterPort
  readonly name: string
  readonly trouble: Trouble | null
  readonly nextTrouble: () => Trouble
  readonly random: Random
}): Promise<Attempt[]> {
  const { program, printer, name, trouble, nextTrouble, random } = parts
  const attempts: Attempt[] = []
  for (;;) {
    const text = `${name}.${attempts.length}`
    // Troubles seldom come singly.
    const strikes = attempts.length === 0 ? trouble : trouble === null || random.int(4) > 0 ? null : nextTrouble()
    await strikes?.before?.(program)
    const striking = strikes?.during?.(program)
    const outcome = await printer.print(new TextEncoder().encode(`^XA^FO10,10^FD${text}^FS^XZ`))
    await striking
    attempts.push({ text, outcome, trouble: strikes?.name ?? null })
    if (outcome.kind === 'confirmed') return attempts
    // "Is the label in your hand?"
    if (outcome.kind !== 'notSent' && isOut(program, text)) return attempts
    if (attempts.length > 200) throw new Error(`label ${name} does not come out: ${JSON.stringify(attempts.slice(-5))}`)
  }
}

function isOut(program: PrinterProgram, text: string): boolean {
  return program
    .labels()
    .slice(-20)
    .some(label => label.includes(`^FD${text}^FS`))
}

async function settle(program: PrinterProgram): Promise<void> {
  await program.tell('setFault', null)
  for (;;) {
    if ((await program.tell('held')) === 0) return
  }
}

function counted(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) {
    const text = /\^FD([^^]*)\^FS/.exec(label)?.[1] ?? ''
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

/** What an attempt's outcome says and the tray does not. */
function complaintOf({ text, outcome, trouble }: Attempt, copies: number): string | null {
  const isTrue = outcome.kind === 'confirmed' ? copies === 1 : outcome.kind === 'notSent' ? copies === 0 : copies <= 1
  return isTrue ? null : `${text} (${trouble ?? 'no trouble'}): ${JSON.stringify(outcome)}, but ${copies} came out`
}

function summary(attempts: readonly Attempt[]): string {
  const counts = new Map<string, number>()
  for (const { outcome, trouble } of attempts) {
    const why = outcome.kind === 'uncertain' ? ` ${outcome.why}` : outcome.kind === 'notSent' ? ` ${outcome.fault}` : ''
    const line = `${trouble === null ? 'quiet' : 'struck'}: ${outcome.kind}${why}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts]
    .toSorted()
    .map(([line, count]) => `${line} ${count}`)
    .join('; ')
}
