import { useId, useState } from 'react'
import { CITIES } from '../../../shared/domain/orders/cities.ts'
import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import { useAsk, useTexts } from '../../page.ts'
import { PointRow } from './point-row.tsx'
import { Field } from '../../ui/field.tsx'
import './shipping.css'

/** Finds a shipping point by its city and street, for a cargo type (1..3). */
export function PointSearch(props: {
  readonly cargoType: number
  readonly city: string
  readonly onPick: (point: ShippingPoint) => void
}) {
  const { shipping: words } = useTexts()
  const [city, setCity] = useState(props.city)
  const [text, setText] = useState('')
  const cities = useId()
  return (
    <div className="points">
      <Field label={words.city} list={cities} value={city} onChange={event => setCity(event.target.value)} />
      <datalist id={cities}>
        {CITIES.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label={words.street} type="search" value={text} onChange={event => setText(event.target.value)} />
      {city.trim() !== '' && <Found city={city.trim()} cargoType={props.cargoType} text={text} onPick={props.onPick} />}
    </div>
  )
}

function Found(props: {
  readonly city: string
  readonly cargoType: number
  readonly text: string
  readonly onPick: (point: ShippingPoint) => void
}) {
  const { shipping: words, words: all } = useTexts()
  const { city, cargoType, text } = props
  const found = useAsk('shipping.points', { city, cargoType, text })
  if (found === null) return <p className="quiet">{all.common.loading}</p>
  if (found.state === 'coming') return <p role="status">{words.coming}</p>
  if (found.total === 0) return <p role="status">{words.nothing}</p>
  const { points, total } = found
  return (
    <>
      <ul className="points-list">
        {points.map(point => (
          <li key={point.id}>
            <button type="button" className="points-row" onClick={() => props.onPick(point)}>
              <PointRow point={point} />
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet tiny">{words.shown(points.length, total)}</p>
    </>
  )
}
