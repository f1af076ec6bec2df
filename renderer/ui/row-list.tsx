import { useEffect, useRef, useState, type ReactNode } from 'react'
import './row-list.css'

/**
 * A dense list of any length: only the rows in sight are drawn, `--row` high each. Rows that must show all their words are `isWhole`:
 * all of them are drawn, as high as they need.
 */
export function RowList<Row>(props: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  readonly isChosen?: (row: Row) => boolean
  readonly children: (row: Row) => ReactNode
  /** Names of the columns. */
  readonly head?: ReactNode
  readonly isWhole?: boolean
  readonly empty: string
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
  const { rows, isWhole = false } = props
  const first = isWhole ? 0 : Math.max(0, Math.floor(sight.top / sight.row) - 5)
  const last = isWhole ? rows.length : Math.min(rows.length, Math.ceil((sight.top + sight.height) / sight.row) + 5)
  return (
    <div ref={box} className="row-list" data-whole={isWhole} role="region" aria-label={props.label} tabIndex={0}>
      {props.head !== undefined && <div className="row-head">{props.head}</div>}
      {rows.length === 0 && <p className="row-list-empty quiet">{props.empty}</p>}
      <ul aria-label={props.label} style={isWhole ? undefined : { height: rows.length * sight.row }}>
        {rows.slice(first, last).map((row, index) => (
          <li
            key={props.keyOf(row)}
            aria-posinset={first + index + 1}
            aria-setsize={rows.length}
            data-chosen={props.isChosen?.(row) === true}
            style={isWhole ? undefined : { transform: `translateY(${(first + index) * sight.row}px)` }}
          >
            {props.children(row)}
          </li>
        ))}
      </ul>
    </div>
  )
}
