import type { MetaKey } from '../orders/orders.ts'

/** Whose move it is when a code may not travel. */
export type Mover = 'packer' | 'lead' | 'supplier'

/** What that person does about it; the page has the words. */
export type Remedy =
  /** No code stands there. */
  | 'scan'
  /** It was misread. */
  | 'rescan'
  /** It was misread, most likely by a scanner that garbles every code. */
  | 'checkScanner'
  /** Once more; a second time it is the supplier's move. */
  | 'rescanOnce'
  /** Not in circulation, or not paid for. */
  | 'introduce'
  /** Spent: another unit, or a new marking. */
  | 'anotherUnit'
  /** The state's register of jewellery takes some 30 minutes. */
  | 'register'
  /** Not loaded there yet, misread, or not in circulation: half an hour after loading it is written again. */
  | 'writeAgain'
  /** The number of a customs declaration is to be found out. */
  | 'declare'
  /** A date further ahead. */
  | 'fresher'
  /** Packed without the code. */
  | 'without'
  /** The order is no longer in assembly: cancelled, or sent from elsewhere. */
  | 'askWhy'
  /** The older edition of the API, pinned in the settings, has no such key. */
  | 'newerEdition'
  /** It goes as it is, or is entered again. */
  | 'tryAsItIs'
  /** A person finds out what it means. */
  | 'lookInto'

export interface Move {
  readonly mover: Mover
  readonly remedy: Remedy
}

export type Verdict =
  /** `isFinal` false: it may travel now, and the check goes on. */
  | { readonly kind: 'pass'; readonly isFinal: boolean }
  | { readonly kind: 'wait' }
  | ({ readonly kind: 'refused' } & Move)
  /** The marketplace's own pages disagree whether it may travel: a person may try. */
  | ({ readonly kind: 'warning' } & Move)
  /** Nobody here has heard of it: shown as it is, never taken as fine. */
  | ({ readonly kind: 'unknown' } & Move)

/** Which delivery the order goes by: each lists verdicts of its own. */
export type JudgedScheme = 'fbs' | 'dbs' | 'pickup'

type Table = Readonly<Record<string, Verdict>>

const PASS: Verdict = { kind: 'pass', isFinal: true }
const RUNS_LATE: Verdict = { kind: 'pass', isFinal: false }
const MAY_TRY: Verdict = { kind: 'warning', mover: 'lead', remedy: 'tryAsItIs' }
const UNKNOWN: Verdict = { kind: 'unknown', mover: 'lead', remedy: 'lookInto' }

function refused(mover: Mover, remedy: Remedy): Verdict {
  return { kind: 'refused', mover, remedy }
}

/** Said of every key. */
const COMMON = {
  filled: PASS,
  optional: PASS,
  pending: { kind: 'wait' },
  required: refused('packer', 'scan')
} satisfies Table

/** Verdicts on a marking code that all schemes list. */
const MARKING = {
  deadlineExceeded: RUNS_LATE,
  sgtinIntroduced: PASS,
  sgtinSoldB2B: PASS,
  sgtinInvalidFormat: refused('packer', 'rescan'),
  sgtinNotFound: refused('packer', 'rescanOnce'),
  sgtinEmitted: refused('supplier', 'introduce'),
  sgtinApplied: refused('supplier', 'introduce'),
  sgtinAppliedNotPaid: refused('supplier', 'introduce'),
  sgtinRetired: refused('lead', 'anotherUnit'),
  sgtinWithdrawn: refused('lead', 'anotherUnit'),
  sgtinWrittenOff: refused('lead', 'anotherUnit'),
  sgtinDisaggregated: refused('lead', 'anotherUnit'),
  sgtinDisaggregation: refused('lead', 'anotherUnit')
} satisfies Table

const MARKING_FBS = {
  ...MARKING,
  sgtinNoGS: refused('packer', 'checkScanner'),
  sgtinHasInvalidSymbols: refused('packer', 'checkScanner'),
  sgtinHasNonLatinSymbols: refused('packer', 'checkScanner'),
  sgtinInvalidPattern: refused('packer', 'checkScanner')
} satisfies Table

const IMEI = {
  deadlineExceeded: RUNS_LATE,
  imeiMaySell: PASS,
  imeiSoldB2B: PASS,
  imeiInvalidFormat: refused('packer', 'rescan'),
  imeiAlreadySold: refused('lead', 'anotherUnit')
} satisfies Table

const UIN_FBS = {
  deadlineExceeded: RUNS_LATE,
  uinMaySell: PASS,
  uinInvalidFormat: refused('packer', 'rescan'),
  uinNotFound: refused('lead', 'writeAgain'),
  uinBadStatus: refused('supplier', 'register'),
  uinBadProcess: refused('supplier', 'register'),
  uinBadStatusAndBadProcess: refused('supplier', 'register')
} satisfies Table

/** The list of verdicts lets these travel, the refusal of a delivery names them. */
const DISPUTED = { required: MAY_TRY } satisfies Table

/** No packer can read it off the goods. */
const DECLARATION = { required: refused('lead', 'declare') } satisfies Table

const REST = { gtin: DISPUTED, expiration: DISPUTED, customsDeclaration: DECLARATION } as const

const TABLES: { readonly [S in JudgedScheme]: { readonly [K in MetaKey]: Table } } = {
  fbs: { sgtin: MARKING_FBS, imei: IMEI, uin: UIN_FBS, ...REST },
  dbs: { sgtin: MARKING, imei: IMEI, uin: {}, ...REST },
  pickup: { sgtin: MARKING, imei: IMEI, uin: {}, ...REST }
}

/** What the marketplace's verdict on a code means for the parcel (its published lists of `decision`, key by key). */
export function judge(key: MetaKey, decision: string, scheme: JudgedScheme = 'fbs'): Verdict {
  return find(TABLES[scheme][key], decision) ?? find<Verdict>(COMMON, decision) ?? UNKNOWN
}

/** Refusals to take a code at all (API documents, setting metadata). */
const NOT_TAKEN = {
  LowExpirationDate: { mover: 'packer', remedy: 'fresher' },
  FailedToUpdateMeta: { mover: 'packer', remedy: 'rescanOnce' },
  MetaKeyNotRequired: { mover: 'packer', remedy: 'without' },
  StatusMismatch: { mover: 'lead', remedy: 'askWhy' },
  NotInEdition: { mover: 'lead', remedy: 'newerEdition' }
} satisfies Readonly<Record<string, Move>>

/** What the marketplace is known to say of a code: verdicts, and refusals to take it. */
export type Said =
  | keyof typeof COMMON
  | keyof typeof MARKING_FBS
  | keyof typeof IMEI
  | keyof typeof UIN_FBS
  | keyof typeof NOT_TAKEN

/** Whose move follows a verdict, or a refusal to take the code; null while nobody has to move. */
export function moveAfter(key: MetaKey, decisionOrCode: string): Move | null {
  const notTaken = find<Move>(NOT_TAKEN, decisionOrCode)
  if (notTaken !== undefined) return notTaken
  const verdict = judge(key, decisionOrCode)
  return verdict.kind === 'pass' || verdict.kind === 'wait' ? null : verdict
}

/** Whether a later reading may say something else. */
export function mayChange(key: MetaKey, decision: string | null, scheme: JudgedScheme = 'fbs'): boolean {
  if (decision === null) return true
  const verdict = judge(key, decision, scheme)
  return verdict.kind === 'wait' || (verdict.kind === 'pass' && !verdict.isFinal)
}

function find<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
