import type { View } from '../../shared/view/view.ts'
import type { Settings } from '../../shared/domain/settings.ts'

/** What the page shows before there is an account: nothing but its language and looks. */
export function setupView(settings: Settings, revision: number, now: number): View {
  return {
    revision,
    mode: 'setup',
    settings,
    feedback: { face: 'waiting', message: { code: 'openSupply', fresh: 0 }, at: now },
    question: null,
    lamePrinter: null,
    deadParcels: [],
    knowsPackers: false,
    batch: null,
    order: null,
    answers: [],
    labelOf: null,
    notes: [],
    network: { kind: 'offline', block: null, status: null, waiting: 0, oldestAt: null, attention: 0 },
    damagedRows: 0,
    clockOffMs: 0,
    news: { isKnown: false, oddOrders: 0, oddOthers: 0, odd: [], unread: [] },
    printers: [],
    scanners: [],
    scannerTest: null,
    tokenExpiresAt: null,
    isSandbox: false,
    packer: null,
    hasLead: false,
    isLocked: false,
    packedToday: 0,
    counts: { fresh: 0, packable: 0, problems: 0, attention: 0 }
  }
}
