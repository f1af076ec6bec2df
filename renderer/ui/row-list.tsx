import { useEffect, useRef, useState, type ReactNode } from 'react'
import './row-list.css'

/** A dense list of any length: only the rows in sight are drawn. Rows are `--row` high. */
export function RowList<Row>(props: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  readonly isChosen?: (row: Row) => boolean
  readonly children: (row: Row) => ReactNode
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
  const first = Math.max(0, Math.floor(sight.top / sight.row) - 5)
  const last = Math.min(props.rows.length, Math.ceil((sight.top + sight.height) / sight.row) + 5)
  return (
    <div ref={box} className="row-list">
      {props.rows.length === 0 && <p className="row-list-empty quiet">{props.empty}</p>}
      <ul aria-label={props.label} style={{ height: props.rows.length * sight.row }}>
        {props.rows.slice(first, last).map((row, index) => (
          <li
            key={props.keyOf(row)}
            aria-posinset={first + index + 1}
            aria-setsize={props.rows.length}
            data-chosen={props.isChosen?.(row) === true}
            style={{ transform: `translateY(${(first + index) * sight.row}px)` }}
          >
            {props.children(row)}
          </li>
        ))}
      </ul>
    </div>
  )
}
