import { usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PracticeCodes } from './practice-codes.tsx'
import { PracticeLabels } from './practice-labels.tsx'
import { PracticeSwitches } from './practice-switches.tsx'
import { PracticeThings } from './practice-things.tsx'
import './practice.css'

/** The practice table beside the screen: things to scan with the mouse, and the weather to change. Shuts to a strip. */
export function PracticeDrawer() {
  const { store } = usePage()
  const { words } = useTexts()
  const isOpen = usePart(state => state.practiceOpen)
  if (!isOpen) {
    return (
      <button
        type="button"
        className="practice-strip"
        aria-expanded="false"
        onClick={() => store.setState({ practiceOpen: true })}
      >
        <Icon name="practice" />
        <span>{words.practice.open}</span>
      </button>
    )
  }
  return (
    <aside className="practice" aria-label={words.practice.title}>
      <header className="side-head">
        <h2>{words.practice.title}</h2>
        <Button
          icon="close"
          aria-label={words.common.close}
          aria-expanded="true"
          onClick={() => store.setState({ practiceOpen: false })}
        />
      </header>
      <PracticeSwitches />
      <PracticeThings />
      <PracticeCodes />
      <PracticeLabels />
    </aside>
  )
}
