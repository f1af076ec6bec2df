import { useAsk, useTexts } from '../../page.ts'
import type { PrinterChoice } from './printer-choice.ts'
import { SettingsLine } from './settings-parts.tsx'

const NONE = ''

/** Which of the system's print queues. */
export function PrintQueue({ printer, onSave }: PrinterChoice) {
  const { settings: words } = useTexts()
  const listed = useAsk('devices.printQueues', undefined) ?? []
  const queue = printer.kind === 'queue' ? printer.queue : NONE
  const queues = queue === NONE || listed.includes(queue) ? listed : [queue, ...listed]
  return (
    <SettingsLine name={words.queue}>
      <select
        className="input"
        aria-label={words.queue}
        value={queue}
        onChange={event => {
          if (event.target.value !== NONE) onSave({ kind: 'queue', queue: event.target.value })
        }}
      >
        {queue === NONE && <option value={NONE}>{queues.length === 0 ? words.noQueues : '—'}</option>}
        {queues.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </SettingsLine>
  )
}
