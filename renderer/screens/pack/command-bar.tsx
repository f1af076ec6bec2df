import type { Command } from '../../../shared/domain/scanning/commands.ts'
import { usePage, useTexts, useView } from '../../page.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

const COMMAND_KEYS: readonly { readonly key: string; readonly command: Command; readonly icon: IconName }[] = [
  { key: 'F2', command: 'undo', icon: 'undo' },
  { key: 'F3', command: 'reprint', icon: 'reprint' },
  { key: 'F4', command: 'skip', icon: 'skip' },
  { key: 'F6', command: 'problem', icon: 'shelf' },
  { key: 'F8', command: 'supplyDone', icon: 'delivered' },
  { key: 'F9', command: 'print', icon: 'printer' }
]

/** The commands of the table, by key, by touch, or by the command sheet. */
export function CommandBar() {
  const { calls, store } = usePage()
  const texts = useTexts()
  const { commands, roundCommands } = texts.names
  const batch = useView(view => view.batch)
  const done = batch?.kind === 'round' ? roundCommands.supplyDone[batch.scheme] : commands.supplyDone
  // With nothing open it hands over whatever is packed, if anything is.
  const named = { ...commands, supplyDone: batch === null ? texts.words.stage.handOver : done }
  return (
    <footer className="commands">
      {COMMAND_KEYS.map(({ key, command, icon }) => (
        <button
          key={command}
          type="button"
          className="command"
          onClick={() => void calls.act('bench.command', { command })}
        >
          <kbd>{key}</kbd>
          <Icon name={icon} />
          <span>{named[command]}</span>
        </button>
      ))}
      <button type="button" className="command" onClick={() => store.setState(state => ({ typing: !state.typing }))}>
        <kbd>F7</kbd>
        <Icon name="keyboard" />
        <span>{texts.words.typing.title}</span>
      </button>
    </footer>
  )
}
