import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import './row-list.css'

/**
 * A dense list of any length: only the rows in sight are drawn, `--row` high each. Rows that must show all their words are `isWhole`:
 * all of them are drawn, as high as they need. Of a very long list `rows` may be a part: `total` rows, of which they begin at `from`;
 * `onSight` hears which are to be drawn.
 */
export function RowList<Row>(props: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly from?: number
  readonly total?: number
  /** From this row to before that one. */
  readonly onSight?: (first: number, last: number) => void
  readonly keyOf: (row: Row) => string | number
  readonly isChosen?: (row: Row) => boolean
  readonly children: (row: Row) => ReactNode
  /** Names of the columns. */
  readonly head?: ReactNode
  readonly isWhole?: boolean
  readonly empty: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 800, row: 36 })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const look = () => {
      const row = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 36
      setSight({ top: element.scrollTop, height: element.clientHeight, row })
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  const { rows, from = 0, total = rows.length, onSight, isWhole = false } = props
  const first = isWhole ? 0 : Math.max(0, Math.floor(sight.top / sight.row) - 5)
  const last = isWhole ? total : Math.min(total, Math.ceil((sight.top + sight.height) / sight.row) + 5)
  useEffect(() => onSight?.(first, last), [onSight, first, last])
  const drawn = rows
    .map((row, index) => ({ row, place: from + index }))
    .filter(({ place }) => place >= first && place < last)
  return (
    <div
      ref={box}
      className="row-list"
      data-whole={isWhole}
      role="region"
      aria-label={props.label}
      tabIndex={0}
      onKeyDown={moveBetweenRows}
      onPointerOver={nameWhatIsCut}
    >
      {props.head !== undefined && <div className="row-head">{props.head}</div>}
      {total === 0 && <div className="row-list-empty quiet">{props.empty}</div>}
      <ul aria-label={props.label} style={isWhole ? undefined : { height: total * sight.row }}>
        {drawn.map(({ row, place }) => (
          <li
            key={props.keyOf(row)}
            aria-posinset={place + 1}
            aria-setsize={total}
            data-chosen={props.isChosen?.(row) === true}
            style={isWhole ? undefined : { transform: `translateY(${place * sight.row}px)` }}
          >
            {props.children(row)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What does not fit its column is told whole by whoever points at it. */
function nameWhatIsCut({ target }: PointerEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.row-main > *') : null
  if (cell === null) return
  const isCut = cell.scrollWidth > cell.clientWidth
  if (isCut && cell.title === '') {
    cell.title = cell.textContent
    cell.dataset['cut'] = ''
  } else if (!isCut && cell.dataset['cut'] !== undefined) {
    cell.removeAttribute('title')
    delete cell.dataset['cut']
  }
}

/** Up and down lead from a row to its neighbour; in fields and on the list itself they do what they always do. */
function moveBetweenRows(event: KeyboardEvent): void {
  const step =
    event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null
  if (step === null || !(event.target instanceof Element)) return
  const next = event.target
    .closest('button.row-main')
    ?.closest('li')
    ?.[step]?.querySelector<HTMLElement>('button.row-main')
  if (next === undefined || next === null) return
  event.preventDefault()
  next.focus()
}
