import { GS } from '../../shared/domain/codes/marking-structure.ts'
import { formatZebraErrors, type ZebraError, type ZebraWarning } from '../../shared/domain/printing/zebra-errors.ts'
import { formatZebraStatus, type ZebraFault } from '../../shared/domain/printing/zebra-status.ts'

/** What can stop a simulated printer; each language says of it what it has words for. */
export type SimulatedFault = ZebraFault | ZebraError

export interface SimulatedState {
  readonly fault: SimulatedFault | null
  readonly warnings: readonly (ZebraWarning | 'paperLow')[]
  readonly waiting: number
  /** Null: it does not count. */
  readonly count: number | null
  /** As the maker warns of: with some faults `~HS` has no answer. */
  readonly hidesStatus: boolean
}

type Piece = { readonly kind: 'question' | 'label'; readonly text: string; readonly rest: string }

export interface SimulatedDialect {
  /** The first whole question or label in what came in; `fresh`: characters that were not there at the last look. */
  next(text: string, fresh: number): Piece | null
  /** Null: no answer. */
  answer(question: string, state: SimulatedState): string | null
  /** Where in the text a label begins that has not ended; -1 for none. */
  begun(text: string): number
  readonly statusQuestion: string
}

const HOST_STATUS_FAULTS: readonly string[] = [
  'headOpen',
  'paperOut',
  'ribbonOut',
  'tooHot',
  'tooCold',
  'bufferFull',
  'labelWaiting',
  'paused'
] satisfies readonly ZebraFault[]
const QUERY_FAULTS: readonly string[] = [
  'headOpen',
  'paperOut',
  'ribbonOut',
  'cutter',
  'headFailed',
  'tooHot',
  'motorHot',
  'paused',
  'stopped'
] satisfies readonly ZebraError[]

function isHostStatusFault(fault: SimulatedFault): fault is ZebraFault {
  return HOST_STATUS_FAULTS.includes(fault)
}

function isQueryFault(fault: SimulatedFault): fault is ZebraError {
  return QUERY_FAULTS.includes(fault)
}

const zpl: SimulatedDialect = {
  statusQuestion: '~HS',
  next(text, fresh) {
    // A long label is not read through again with every piece of it that comes in.
    if (text.startsWith('^XA') && !text.includes('^XZ', Math.max(0, text.length - fresh - 2))) return null
    const piece = /~HS|~HQES|! U1 getvar "[^"]*"\r\n|\^XA[^]*?\^XZ/.exec(text)
    if (!piece) return null
    const kind = piece[0].startsWith('^XA') ? 'label' : 'question'
    return { kind, text: piece[0], rest: text.slice(piece.index + piece[0].length) }
  },
  begun: text => text.indexOf('^XA'),
  answer(question, { fault, warnings, waiting, count, hidesStatus }) {
    switch (question) {
      case '~HS': {
        if (hidesStatus) return null
        // A cause that it has no flag for shows as the pause that it brings.
        const shown = fault === null || isHostStatusFault(fault) ? fault : 'paused'
        return formatZebraStatus({ fault: shown, labelsWaiting: 0, formatsWaiting: waiting })
      }
      case '~HQES':
        return formatZebraErrors({
          fault: fault !== null && isQueryFault(fault) ? fault : null,
          warnings: warnings.filter(warning => warning !== 'paperLow')
        })
      default:
        return `"${count ?? '?'}"`
    }
  }
}

const STATUS_BITS = 0x12
const DLE_EOT = '\u0010\u0004'
/** Cutting: at once, or (`A`, `B`) after feeding so far as the next byte says. */
const CUT = new RegExp(`${GS}V(?:[AB][^]|[^AB])`)

const escpos: SimulatedDialect = {
  statusQuestion: `${DLE_EOT}\u0001`,
  next(text) {
    // Heard at once, wherever in a receipt it stands.
    const asked = text.indexOf(DLE_EOT)
    if (asked >= 0 && text.length > asked + 2) {
      const rest = text.slice(0, asked) + text.slice(asked + 3)
      return { kind: 'question', text: text.slice(asked, asked + 3), rest }
    }
    // A receipt ends where it is cut.
    const cut = CUT.exec(text)
    if (cut === null) return null
    const end = cut.index + cut[0].length
    return { kind: 'label', text: text.slice(0, end), rest: text.slice(end) }
  },
  begun: text => (text === '' ? -1 : 0),
  answer(question, { fault, warnings }) {
    const bits = (...raised: readonly (readonly [boolean, number])[]): string =>
      String.fromCharCode(raised.reduce((all, [on, bit]) => (on ? all | bit : all), STATUS_BITS))
    switch (question.charCodeAt(2)) {
      case 1:
        return bits([fault !== null, 0x08])
      case 2:
        return bits([fault === 'headOpen', 0x04], [fault === 'paperOut', 0x20], [fault === 'cutter', 0x40])
      case 3:
        return bits([fault === 'cutter', 0x08], [fault === 'tooHot', 0x40], [fault === 'headFailed', 0x20])
      default:
        return bits([fault === 'paperOut', 0x60], [warnings.includes('paperLow'), 0x0c])
    }
  }
}

export const SIMULATED_DIALECTS = { zpl, escpos } as const
