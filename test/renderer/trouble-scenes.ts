import type { DataTrouble } from '../../shared/contract/account-methods.ts'
import { DISK_WHYS } from '../../shared/domain/disk.ts'
import type { View } from '../../shared/view/view.ts'
import { HOUR } from './base-view.ts'

type Scene = (view: View, now: number) => View

/** Of a disk each folder lies somewhere; this one is as long as those of Windows get. */
const FOLDER = 'C:\\Users\\Администратор-склада\\AppData\\Roaming\\Verstak\\seller-1f0b7a52-9c1d-4e0e-8a43-6a5f0a7d9c11'

/** What the screen of the first run says is wrong with the files, by the scene. */
const TROUBLES: Readonly<Record<string, Omit<DataTrouble, 'folder' | 'backup'> & { readonly packed?: number | null }>> =
  {
    'setup-damaged': { why: 'damaged', lines: null, packed: 1284 },
    'setup-missing': { why: 'missing', lines: 12_045, packed: null },
    'setup-behind': { why: 'behind', lines: 12_045, packed: 1284 },
    'setup-newer': { why: 'newer', lines: null },
    ...Object.fromEntries(
      DISK_WHYS.filter(why => why !== 'damaged').map(why => [`setup-disk-${why}`, { why, lines: null }] as const)
    )
  }

/** The trouble of a scene; null: it has none. */
export function troubleOfScene(scene: string, now: number): DataTrouble | null {
  const found = TROUBLES[scene]
  if (found === undefined) return null
  const { why, lines, packed } = found
  const backup = packed === undefined ? null : { at: now - 26 * HOUR, lines: 12_045, packed }
  return { why, lines, folder: FOLDER, backup }
}

/** The first run with files that can't be used, and rows that can't be read, of each table. */
export const TROUBLE_SCENES: Readonly<Record<string, Scene>> = {
  ...Object.fromEntries(
    Object.keys(TROUBLES).map(
      scene => [scene, (view: View): View => ({ ...view, mode: 'setup', batch: null })] as const
    )
  ),
  'damaged-rows': view => ({ ...view, damagedRows: 6 })
}
