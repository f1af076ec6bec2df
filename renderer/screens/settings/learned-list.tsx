import type { ReactNode } from 'react'
import { useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { SettingsGroup } from './settings-parts.tsx'

/** Something of a product that somebody told at the table. */
export interface Learned {
  readonly key: string
  readonly article: string
  readonly what: ReactNode
  /** The button's name for who can't see the line. */
  readonly forgets: string
  /** Unix ms. */
  readonly at: number
  readonly packer: string | null
  readonly onForget: () => void
}

/** What packers have taught the station, by whom and when; each can be forgotten. Nothing while there is none. */
export function LearnedList(props: {
  readonly title: string
  readonly hint: string
  readonly learned: readonly Learned[]
}) {
  const { settings: words, format } = useTexts()
  if (props.learned.length === 0) return null
  return (
    <SettingsGroup title={props.title}>
      <ul>
        {props.learned.map(({ key, article, what, forgets, at, packer, onForget }) => (
          <li key={key} className="settings-line">
            <span>
              {article} {what}
              <br />
              <span className="quiet tiny">{words.vouchedBy(packer, format.dateTime(at))}</span>
            </span>
            <Button icon="cross" aria-label={`${words.forgetGtin}: ${forgets}`} onClick={onForget}>
              {words.forgetGtin}
            </Button>
          </li>
        ))}
      </ul>
      <p className="quiet tiny">{props.hint}</p>
    </SettingsGroup>
  )
}
