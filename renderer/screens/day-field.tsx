import { useTexts } from '../page.ts'
import { dayStart } from './days.ts'

/** A field for a day (`yyyy-mm-dd`). The browser writes it its own way, so the day stands beside it as the page writes days. */
export function DayField(props: {
  readonly className: string
  readonly name: string
  readonly day: string
  readonly least?: string
  readonly onChange: (day: string) => void
}) {
  const { format } = useTexts()
  const at = dayStart(props.day)
  return (
    <span className="day-field">
      <label className={props.className}>
        <span>{props.name}</span>
        <input
          className="input"
          type="date"
          min={props.least}
          value={props.day}
          onChange={event => props.onChange(event.target.value)}
        />
      </label>
      {at !== null && <span className="quiet">{format.date(at)}</span>}
    </span>
  )
}
