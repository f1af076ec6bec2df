import type { Bench } from '../../bench.ts'

/** Whether a badge has to be scanned before anything is packed: the setting says so, there are packers, and none is signed in. */
export function awaitsBadge({
  settings,
  packers,
  packerId
}: Pick<Bench, 'settings' | 'packers' | 'packerId'>): boolean {
  return settings.signIn && packers.size > 0 && packerId === null
}
