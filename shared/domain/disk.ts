/** What keeps the disk from taking what the station writes; `busy`: another program holds its files. */
export const DISK_WHYS = ['full', 'readOnly', 'gone', 'damaged', 'busy', 'failing'] as const
export type DiskWhy = (typeof DISK_WHYS)[number]

/** What the table's rules can't know: that a decision did not get to the disk. Said over the last word, and on no disk itself. */
export type DiskMessage =
  /** Nothing is taken since then (Unix ms); `folder`: where the data lie. */
  | { readonly code: 'diskTrouble'; readonly why: DiskWhy; readonly since: number; readonly folder: string }
  /** What was scanned or pressed last was not taken. `isBack`: while the disk took nothing, and now it does. */
  | { readonly code: 'notWritten'; readonly isBack: boolean }
