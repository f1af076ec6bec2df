import { addedTo, type Cleaning } from '../scan-cleaning.ts'
import type { ScannerSetting, SerialScannerSetting } from '../scanners.ts'
import { withPatch, type Settings, type SettingsPatch } from '../../settings.ts'
import type { Finding } from './findings.ts'

/** Whose settings a remedy may change: the typing scanners', or one of the scanners that the program opens. */
export type ScannerAt = { readonly kind: 'keys' } | { readonly kind: 'setting'; readonly index: number }

/** The bounds of what the settings can take off a scan. */
const AROUND_MAXIMUM = 20
const SEPARATOR_MAXIMUM = 12

/** The change of settings that mends a finding in the scan `raw`; null: the scanner itself has to be set, or nothing is amiss. */
export function remedyOf(
  finding: Finding,
  raw: string,
  settings: Settings,
  at: ScannerAt | null
): SettingsPatch | null {
  if (at === null) return null
  switch (finding.kind) {
    case 'slow':
      return at.kind === 'keys' ? { wedgeGapMs: finding.proposedMs } : null
    case 'foreignPrefix':
      if (finding.text.length > AROUND_MAXIMUM) return null
      return cleaningPatch(settings, at, old => ({ before: addedTo(raw, old).before + finding.text }))
    case 'foreignSuffix':
      if (finding.text.length > AROUND_MAXIMUM) return null
      return cleaningPatch(settings, at, old => ({ after: finding.text + addedTo(raw, old).after }))
    case 'gsReplaced':
      if (finding.undone || finding.by.length > SEPARATOR_MAXIMUM) return null
      return cleaningPatch(settings, at, () => ({ gs: finding.by }))
    case 'noSuffix':
      return finding.seen === null ? null : serialPatch(settings, at, { suffix: finding.seen })
    case 'split':
      return finding.suffix === null ? null : serialPatch(settings, at, { suffix: finding.suffix })
    case 'wrongEncoding':
      return finding.how === 'parity' ? serialPatch(settings, at, { dataBits: 7, parity: finding.parity }) : null
    default:
      return null
  }
}

/** All remedies of a scan as one change; null: there is none. */
export function remedyOfAll(
  findings: readonly Finding[],
  raw: string,
  settings: Settings,
  at: ScannerAt | null
): SettingsPatch | null {
  let patch: SettingsPatch = {}
  for (const finding of findings) {
    const next = remedyOf(finding, raw, withPatch(settings, patch), at)
    if (next !== null) patch = { ...patch, ...next }
  }
  return Object.keys(patch).length === 0 ? null : patch
}

function cleaningPatch(
  settings: Settings,
  at: ScannerAt,
  change: (old: Cleaning) => Partial<Cleaning>
): SettingsPatch | null {
  if (at.kind === 'keys') {
    const { wedgeCleaning } = settings
    return bounded({ ...wedgeCleaning, ...change(wedgeCleaning) }, cleaning => ({ wedgeCleaning: cleaning }))
  }
  const scanner = settings.scanners[at.index]
  if (scanner === undefined) return null
  return bounded({ ...scanner.cleaning, ...change(scanner.cleaning) }, cleaning =>
    scannerPatch(settings, at.index, { ...scanner, cleaning })
  )
}

function bounded(cleaning: Cleaning, patch: (cleaning: Cleaning) => SettingsPatch): SettingsPatch | null {
  const fits = cleaning.before.length <= AROUND_MAXIMUM && cleaning.after.length <= AROUND_MAXIMUM
  return fits ? patch(cleaning) : null
}

function serialPatch(settings: Settings, at: ScannerAt, change: Partial<SerialScannerSetting>): SettingsPatch | null {
  const scanner = at.kind === 'setting' ? settings.scanners[at.index] : undefined
  if (at.kind !== 'setting' || scanner?.kind !== 'serial') return null
  return scannerPatch(settings, at.index, { ...scanner, ...change })
}

function scannerPatch({ scanners }: Settings, index: number, scanner: ScannerSetting): SettingsPatch {
  return { scanners: scanners.with(index, scanner) }
}
