import type { ReactNode } from 'react'
import { goTo, useAsk, useNow, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { isBoardWindow } from './board-window.ts'
import './board.css'

/** For a spare monitor: what is left, the pace, the oldest and the problems, readable from five metres. */
export function Board() {
  const { shift, format } = useTexts()
  const now = useNow(15_000)
  const board = useAsk('shift.board', undefined, now)
  if (board === null) return <main className="board" aria-label={shift.board.title} />
  const { left, packedLastHour, oldestAt, problems } = board
  return (
    <main className="board" aria-label={shift.board.title}>
      <Figure name={shift.board.left}>{format.number(left)}</Figure>
      <Figure name={shift.board.hour}>{format.number(packedLastHour)}</Figure>
      <Figure name={shift.board.oldest} isWide>
        {oldestAt === null ? shift.board.none : format.roughly(now - oldestAt)}
      </Figure>
      <Figure name={shift.board.problems} isBad={problems > 0}>
        {format.number(problems)}
      </Figure>
      <footer>
        <b>{format.time(now)}</b>
        {isBoardWindow() ? (
          <Button onClick={() => window.close()}>{shift.board.close}</Button>
        ) : (
          <Button onClick={() => goTo({ screen: 'history', orderId: null })}>{shift.board.back}</Button>
        )}
      </footer>
    </main>
  )
}

function Figure(props: {
  readonly name: string
  readonly isBad?: boolean
  readonly isWide?: boolean
  readonly children: ReactNode
}) {
  return (
    <section data-bad={props.isBad === true} data-wide={props.isWide === true}>
      <b>{props.children}</b>
      <span>{props.name}</span>
    </section>
  )
}
