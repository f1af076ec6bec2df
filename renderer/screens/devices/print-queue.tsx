import { useAsk, useTexts } from '../../page.ts'
import type { LinkChoice } from './link-choice.ts'
import { PluggedField } from './plugged-field.tsx'

/** Which of the system's print queues. */
export function PrintQueue({ link, onChange, look }: LinkChoice) {
  const { devices: words } = useTexts()
  const listed = useAsk('devices.printQueues', undefined, look)
  return (
    <PluggedField
      name={words.queue}
      chosen={link?.kind === 'queue' ? link.queue : null}
      found={listed?.map(name => ({ key: name, title: name })) ?? null}
      nothing={words.noQueues}
      onPick={queue => onChange({ kind: 'queue', queue })}
    />
  )
}
