import { useState } from 'react'
import type { PackerShift, ShiftView } from '../../../shared/contract/shift-methods.ts'
import { say } from '../../i18n/say.ts'
import type { Message } from '../../../shared/domain/messages.ts'
import type { Texts } from '../../i18n/texts.ts'
import { csvFile, csvLines, saveFile } from '../../csv.ts'
import { useAsk, useTexts } from '../../page.ts'
import type { Cell } from '../../xlsx.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../day-field.tsx'
import { dayEnd, dayStart, isoDay } from '../days.ts'
import { openBoardWindow } from '../board/board-window.ts'

/** What packers did on a day: orders, pace, errors, and the hours of it. */
export function ShiftPart() {
  const { shift } = useTexts()
  const [day, setDay] = useState(() => isoDay(Date.now()))
  const [hasOneWindow, setOneWindow] = useState(false)
  const from = dayStart(day)
  const to = dayEnd(day)
  return (
    <>
      <div className="list-tools">
        <DayField className="history-day" name={shift.day} day={day} onChange={setDay} />
        <Button onClick={() => setOneWindow(!openBoardWindow())}>{shift.openBoard}</Button>
        {hasOneWindow && (
          <>
            <span role="status">{shift.oneWindow}</span>
            <Button onClick={() => (location.hash = '#board')}>{shift.boardHere}</Button>
          </>
        )}
      </div>
      {from !== null && to !== null && <Day from={from} to={to} day={day} />}
    </>
  )
}

function Day({ from, to, day }: { readonly from: number; readonly to: number; readonly day: string }) {
  const { words, shift, completed } = useTexts()
  const stats = useAsk('shift.stats', { from, to })
  const texts = useTexts()
  if (stats === null) return <p className="quiet">{words.common.loading}</p>
  if (stats.packers.length === 0) return <p className="quiet">{shift.empty}</p>
  return (
    <div className="shift">
      <Hours hours={stats.hours} />
      <table className="shift-table">
        <thead>
          <tr>
            {Object.values(shift.columns).map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stats.packers.map(packer => (
            <PackerLine key={packer.packer ?? ''} packer={packer} />
          ))}
        </tbody>
      </table>
      <div className="list-tools">
        <span>{shift.printed(stats.printed, stats.notPrinted)}</span>
        <Button
          onClick={() => saveFile(shift.file(day), csvFile([csvLines(tableOf(texts, stats), texts.format.language)]))}
        >
          {completed.csv}
        </Button>
      </div>
    </div>
  )
}

/** The highest bar (px). */
const BAR = 96

/** A bar an hour, from the first to the last in which something was packed. */
function Hours({ hours }: { readonly hours: readonly number[] }) {
  const { shift } = useTexts()
  const most = Math.max(1, ...hours)
  const first = hours.findIndex(count => count > 0)
  const last = hours.findLastIndex(count => count > 0)
  if (first < 0) return null
  return (
    <figure className="shift-hours">
      <figcaption>{shift.hours}</figcaption>
      <ol>
        {hours.slice(first, last + 1).map((count, place) => (
          <li key={first + place} aria-label={shift.hour(first + place, count)}>
            <b>{count === 0 ? '' : count}</b>
            <i style={{ height: `${Math.round((count / most) * BAR)}px` }} />
            <span className="tiny quiet">{first + place}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}

function PackerLine({ packer }: { readonly packer: PackerShift }) {
  const texts = useTexts()
  const { shift, format } = texts
  const errors = packer.errors.reduce((sum, { count }) => sum + count, 0)
  return (
    <tr>
      <th scope="row">{packer.packer ?? shift.nobody}</th>
      <td>{format.number(packer.packed)}</td>
      <td>{format.number(packer.scans)}</td>
      <td>{shift.seconds(packer.p50)}</td>
      <td>{shift.seconds(packer.p90)}</td>
      <td>
        {format.number(errors)}
        {packer.errors.slice(0, 3).map(({ code, count }) => (
          <span key={code} className="row-details tiny quiet">
            {`${errorName(texts, code)}: ${format.number(count)}`}
          </span>
        ))}
      </td>
    </tr>
  )
}

/** What the stage said, as far as it can be said without its facts; else by its code. */
function errorName(texts: Texts, code: string): string {
  try {
    // Facts that a sentence needs are not here: one that can't do without them is named by its code.
    const title = say(texts, { code } as Message, 0).title
    return /undefined|NaN|null/.test(title) ? code : title
  } catch {
    return code
  }
}

function tableOf({ shift }: Texts, { packers }: ShiftView): readonly (readonly Cell[])[] {
  const rows = packers.map(({ packer, packed, scans, p50, p90, errors }) => [
    packer ?? shift.nobody,
    packed,
    scans,
    tenths(p50),
    tenths(p90),
    errors.reduce((sum, { count }) => sum + count, 0),
    errors.map(({ code, count }) => `${code} ${count}`).join(', ')
  ])
  return [[...Object.values(shift.columns), shift.errors], ...rows]
}

function tenths(seconds: number | null): Cell {
  return seconds === null ? '' : Math.round(seconds * 10) / 10
}
