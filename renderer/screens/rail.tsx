import { goTo, usePart, useTexts, useView } from '../page.ts'
import { DESKS, SCREENS, type Screen } from '../route.ts'
import { Icon } from '../ui/icon.tsx'

/** The first screens of the desks, and those that are no desk's. */
const PLACES: readonly Screen[] = SCREENS.filter(screen => !DESKS.some(desk => desk.slice(1).includes(screen)))

/** The narrow way to the screens, with what waits on each. */
export function Rail() {
  const { words, format } = useTexts()
  const current = usePart(state => state.route.screen)
  const counts = useView(view => view.counts)
  const damagedRows = useView(view => view.damagedRows)
  const troubled = useView(
    view => [...view.printers, ...view.scanners].filter(({ state }) => state === 'fault' || state === 'absent').length
  )
  const waiting: { readonly [screen: string]: number } = {
    pack: counts.packable,
    orders: counts.fresh,
    queue: counts.attention,
    problems: counts.problems + damagedRows,
    devices: troubled
  }
  return (
    <nav className="rail" aria-label={words.rail.label}>
      {PLACES.map(screen => {
        const count = waiting[screen] ?? 0
        return (
          <button
            key={screen}
            type="button"
            className="rail-item"
            aria-current={screen === current || deskOf(screen).includes(current) ? 'page' : undefined}
            onClick={() => goTo({ screen, orderId: null })}
          >
            <Icon name={screen} size={26} />
            <span>{words.rail[screen]}</span>
            {count > 0 && <b className="rail-count">{count > 999 ? '999+' : format.number(count)}</b>}
          </button>
        )
      })}
    </nav>
  )
}

function deskOf(screen: Screen): readonly Screen[] {
  return DESKS.find(([first]) => first === screen) ?? []
}
