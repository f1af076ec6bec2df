import { schemeOfBatch } from '../../shared/view/view.ts'
import { useNow, usePage, usePart, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { CutName } from '../ui/cut-name.tsx'
import { Icon } from '../ui/icon.tsx'
import { LeadTurn } from './lead/lead-turn.tsx'
import { SchemeMark } from '../ui/scheme-mark.tsx'

/** The screen's name for those who hear it; supply or round and how far it is, who packs, what time it is. */
export function TopBar() {
  const { calls } = usePage()
  const { words, names, format, lock } = useTexts()
  const locks = useView(view => view.settings.lockMinutes > 0)
  const screen = usePart(state => state.route.screen)
  const batch = useView(view => view.batch)
  const scheme = batch === null ? null : schemeOfBatch(batch)
  const packer = useView(view => view.packer)
  const knowsPackers = useView(view => view.knowsPackers)
  const isPractice = useView(view => view.mode === 'practice')
  const isSandbox = useView(view => view.isSandbox)
  const now = useNow(5_000)
  return (
    <header className="top-bar">
      <h1 className="unseen">{words.rail[screen]}</h1>
      <span className="top-supply">
        {scheme !== null && <SchemeMark scheme={scheme}>{names.schemes[scheme]}</SchemeMark>}
        {batch === null ? <span className="one-line">{words.top.noSupply}</span> : <CutName name={batch.name} />}
        {batch !== null && <b>{words.top.packed(batch.packed, batch.total)}</b>}
      </span>
      {batch !== null && batch.total > 0 && (
        <progress className="top-progress" max={batch.total} value={batch.packed} aria-hidden="true" />
      )}
      {isSandbox && <b className="top-practice">{words.top.sandbox}</b>}
      {isPractice && <b className="top-practice">{words.top.practice}</b>}
      <LeadTurn />
      <span className="top-packer">
        {(packer !== null || knowsPackers) && <Icon name="person" />}
        {packer === null ? knowsPackers && words.top.noPacker : packer.name}
      </span>
      {locks && (
        <Button
          icon="lock"
          aria-label={lock.now}
          title={lock.now}
          onClick={() => void calls.act('lock.now', undefined)}
        />
      )}
      <time className="top-clock">{format.time(now)}</time>
    </header>
  )
}
