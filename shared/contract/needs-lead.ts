import type { SettingsPatch } from '../domain/settings.ts'
import type { MethodName, Parsed } from './contract.ts'

/** What everybody sets: how the page looks and sounds, and what it remembers of lists. */
const FREE_SETTINGS: readonly (keyof SettingsPatch)[] = [
  'language',
  'theme',
  'textSize',
  'volume',
  'voice',
  'orderViews'
]

type Rule<N extends MethodName> = true | ((input: Parsed<N>) => boolean)

/** Where there are leads, these are theirs: overrides, settings, cancels, buyers' data, and whose orders are packed. */
const LEADS: { readonly [N in MethodName]?: Rule<N> } = {
  'account.connect': true,
  'account.practise': true,
  'account.leave': true,
  'lead.setPin': true,
  'packers.save': true,
  'packers.printBadge': true,
  'settings.set': patch =>
    Object.entries(patch).some(([name, value]) => value !== undefined && !FREE_SETTINGS.some(free => free === name)),
  'scannerTest.apply': true,
  'shipping.setUsual': true,
  'sets.forget': true,
  'gtins.forget': true,
  // Its batch is what the parts of the list are taken by.
  'cards.beginOwn': true,
  'queue.settle': true,
  'orders.cancel': true,
  'orders.pin': true,
  'orders.actMany': ({ act }) => act.kind === 'cancel' || act.kind === 'pin',
  'orders.buyer': true,
  'buyers.erase': true,
  'courier.route': true,
  // It shows each buyer to whoever takes it.
  'labels.print': ({ kind }) => kind === 'routeSheet'
}

/** Whether only a lead may call this method with this input, which the contract has parsed. */
export function needsLead<N extends MethodName>(name: N, input: Parsed<N>): boolean {
  const rule: Rule<N> | undefined = LEADS[name]
  return typeof rule === 'function' ? rule(input) : rule === true
}
