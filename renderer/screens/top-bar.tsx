import { useNow, usePart, useTexts, useView } from '../page.ts'
import { Icon } from '../ui/icon.tsx'

/** The screen's name for those who hear it; supply and how far it is, who packs, what time it is. */
export function TopBar() {
  const { words, format } = useTexts()
  const screen = usePart(state => state.route.screen)
  const supply = useView(view => view.supply)
  const packer = useView(view => view.packer)
  const isPractice = useView(view => view.mode === 'practice')
  const isSandbox = useView(view => view.isSandbox)
  const now = useNow(5_000)
  return (
    <header className="top-bar">
      <h1 className="unseen">{words.rail[screen]}</h1>
      <span className="top-supply">
        <span className="one-line">{supply === null ? words.top.noSupply : supply.name}</span>
        {supply !== null && <b>{words.top.packed(supply.packed, supply.total)}</b>}
      </span>
      {supply !== null && supply.total > 0 && (
        <progress className="top-progress" max={supply.total} value={supply.packed} aria-hidden="true" />
      )}
      {isSandbox && <b className="top-practice">{words.top.sandbox}</b>}
      {isPractice && <b className="top-practice">{words.top.practice}</b>}
      <span className="top-packer">
        <Icon name="person" />
        {packer === null ? words.top.noPacker : packer.name}
      </span>
      <time className="top-clock">{format.time(now)}</time>
    </header>
  )
}
