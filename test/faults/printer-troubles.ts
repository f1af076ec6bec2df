import type { Random } from '../../electron/practice/marketplace/orders/random.ts'
import type { SimulatedFault } from '../support/printer-dialects.ts'
import type { PrinterProgram } from '../support/printer-program.ts'
import { until } from '../support/until.ts'

/** What befalls the printer while a label is on its way. */
export interface Trouble {
  readonly name: string
  /** Before the label is handed over. */
  readonly before?: (printer: PrinterProgram) => Promise<unknown>
  /** While it prints; ends with the printer in order again. */
  readonly during?: (printer: PrinterProgram) => Promise<unknown>
}

/** Real ms; the printer's limits are scaled to about these. */
function rest(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

/** The label lies in the printer, or has come out already. */
function labelIn(printer: PrinterProgram): Promise<unknown> {
  const before = printer.labels().length
  return until(
    'the label',
    async () => printer.labels().length > before || (await printer.tell('held')) !== 0,
    500
  ).catch(() => undefined)
}

/** A hand goes from one button to the next no faster. */
const PERSON_TICKS = 20

const FAULTS: readonly [SimulatedFault, ...SimulatedFault[]] = [
  'paperOut',
  'headOpen',
  'ribbonOut',
  'paused',
  'tooHot',
  'cutter',
  'headFailed',
  'motorHot',
  'labelWaiting'
]

/** Troubles in all kinds; `tick` is about the time between two looks of the program at the printer (real ms). */
export function createTroubles(random: Random, tick: number): () => Trouble {
  const chance = (percent: number): boolean => random.int(100) < percent

  /** A fault that is mended after a while, as people do it: with the cover up it may lose what it had, new paper is fed. */
  function faulty(): Trouble {
    const fault = random.pick(FAULTS)
    const hidden = chance(40)
    const cancels = chance(25)
    const fed = chance(50) ? random.int(3) : 0
    const lasts = tick * (1 + random.int(20))
    const early = chance(40)
    const act = async (printer: PrinterProgram): Promise<void> => {
      if (!early) await labelIn(printer)
      if (hidden) await printer.tell('hideStatus', true)
      await printer.tell('setFault', fault)
      await rest(lasts)
      if (cancels) await printer.tell('cancel')
      if (cancels) await rest(tick * PERSON_TICKS)
      await printer.tell('feed', fed)
      if (hidden) await printer.tell('hideStatus', false)
      await printer.tell('setFault', null)
    }
    return {
      name: `${fault}${hidden ? ' hidden' : ''}${cancels ? ' cancelled' : ''}${fed > 0 ? ' fed' : ''}`,
      during: act
    }
  }

  function killed(): Trouble {
    const delay = random.int(3 * tick)
    const away = random.int(20 * tick)
    return {
      name: 'killed',
      during: async printer => {
        await rest(delay)
        await printer.kill()
        await rest(away)
        await printer.start()
      }
    }
  }

  function silent(): Trouble {
    const lasts = tick * (2 + random.int(100))
    const delay = random.int(2 * tick)
    return {
      name: 'silent',
      during: async printer => {
        await rest(delay)
        await printer.tell('setSilent', true)
        await rest(lasts)
        await printer.tell('setSilent', false)
      }
    }
  }

  function slow(): Trouble {
    // Up to twice the limit of an answer.
    const delay = tick * random.int(20)
    const lasts = tick * (5 + random.int(40))
    return {
      name: 'slow',
      before: printer => printer.tell('setDelay', delay),
      during: async printer => {
        await rest(lasts)
        await printer.tell('setDelay', 0)
      }
    }
  }

  function zeroed(): Trouble {
    const delay = random.int(3 * tick)
    return {
      name: 'odometer zeroed',
      during: async printer => {
        await rest(delay)
        await printer.tell('zeroOdometer')
      }
    }
  }

  function reset(): Trouble {
    return {
      name: 'reset',
      during: async printer => {
        await labelIn(printer)
        await printer.tell('reset')
      }
    }
  }

  const kinds: readonly (() => Trouble)[] = [
    faulty,
    faulty,
    faulty,
    faulty,
    reset,
    silent,
    slow,
    zeroed,
    () => ({ name: 'dropped, printed', before: printer => printer.tell('dropNext', 'label', true) }),
    () => ({ name: 'dropped, lost', before: printer => printer.tell('dropNext', 'label', false) }),
    () => ({ name: 'dropped at a question', before: printer => printer.tell('dropNext', 'status') }),
    () => {
      const bytes = 1 + random.int(30)
      return { name: 'half taken', before: printer => printer.tell('cutNext', bytes) }
    },
    () => ({ name: 'swallowed', before: printer => printer.tell('swallowNext') }),
    () => {
      const answers = 1 + random.int(6)
      return { name: 'noise', before: printer => printer.tell('garbleNext', answers) }
    },
    () => {
      const labels = 1 + random.int(2)
      const delay = random.int(2 * tick)
      return {
        name: 'fed by hand',
        during: async printer => {
          await rest(delay)
          await printer.tell('feed', labels)
        }
      }
    }
  ]

  return () => (chance(6) ? killed() : (kinds[random.int(kinds.length)] ?? faulty)())
}
