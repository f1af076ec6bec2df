import type { ScanSuffix } from '../scanners.ts'

/** What a scan of a test code says about the scanner. */
export type Finding =
  | { readonly kind: 'ok' }
  /** Every GS is gone. */
  | { readonly kind: 'noGs' }
  /** GS is written as `by`; `undone`: every station understands that. */
  | { readonly kind: 'gsReplaced'; readonly by: string; readonly undone: boolean }
  /** The scanner names the symbology (`]d2`): fine. */
  | { readonly kind: 'aimPrefix'; readonly aim: string }
  | { readonly kind: 'foreignPrefix'; readonly text: string }
  | { readonly kind: 'foreignSuffix'; readonly text: string }
  /** Only silence ended the scan; `seen`: what the bytes end with all the same. */
  | { readonly kind: 'noSuffix'; readonly seen: ScanSuffix | null }
  /** The keyboard's layout is Russian; `undone`: the keys' places were right, so nothing is lost. */
  | { readonly kind: 'layoutRussian'; readonly undone: boolean }
  /** The scanner types for the keyboard of another country. */
  | { readonly kind: 'layoutOther' }
  | { readonly kind: 'caseSwapped'; readonly capsLock: boolean }
  | { readonly kind: 'allUpper' }
  | { readonly kind: 'allLower' }
  /** CapsLock is on, and was undone. */
  | { readonly kind: 'capsLock' }
  /** `kept` characters of `of` came. */
  | { readonly kind: 'truncated'; readonly where: 'end' | 'start'; readonly kept: number; readonly of: number }
  /** Keys came further apart than the settings allow. */
  | { readonly kind: 'slow'; readonly gapMs: number; readonly proposedMs: number }
  /** Its bytes took so long over the line. */
  | { readonly kind: 'slowLine'; readonly ms: number }
  /** One scan came as two, with silence in between; `suffix`: what the second ended with. */
  | { readonly kind: 'split'; readonly suffix: ScanSuffix | null }
  /** `parity`: the eighth bit of each byte is a check; `utf16`: two bytes a character; `garbled`: no reading makes sense. */
  | { readonly kind: 'wrongEncoding'; readonly how: 'parity'; readonly parity: 'even' | 'odd' | 'mark' }
  | { readonly kind: 'wrongEncoding'; readonly how: 'utf16' | 'garbled' }
  /** None of the four. */
  | { readonly kind: 'notThisCode' }

/** `fine`: as it should be; `note`: worth knowing, nothing is lost; `fault`: codes will be refused, lost or late. */
export function gravityOf(finding: Finding): 'fine' | 'note' | 'fault' {
  switch (finding.kind) {
    case 'ok':
      return 'fine'
    case 'aimPrefix':
    case 'capsLock':
      return 'note'
    case 'gsReplaced':
    case 'layoutRussian':
      return finding.undone ? 'note' : 'fault'
    default:
      return 'fault'
  }
}
