import { useState } from 'react'
import type { Settings } from '../../../shared/domain/settings.ts'
import { usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { SettingsGroup, SettingsLine, useSettings } from './settings-parts.tsx'

const MEDIAS: readonly Settings['media'][] = ['58x40', '40x30']
const DEFAULT_PORT = 9100

/** Which printer, and what label is in it. */
export function PrinterSettings() {
  const { calls } = usePage()
  const { settings: words } = useTexts()
  const isPractice = useView(view => view.mode === 'practice')
  const [{ printer, media }, change] = useSettings()
  const [kind, setKind] = useState<Settings['printer']['kind']>(printer.kind)
  const kinds = (['none', 'practice', 'tcp'] as const).filter(
    value => value !== 'practice' || isPractice || kind === value
  )
  return (
    <SettingsGroup title={words.printer}>
      <SettingsLine name={words.printer}>
        <Chips
          label={words.printer}
          value={kind}
          choices={kinds.map(value => ({ value, name: words.printers[value] }))}
          onChoose={value => {
            setKind(value)
            if (value !== 'tcp') void change({ printer: { kind: value } })
          }}
        />
      </SettingsLine>
      {kind === 'tcp' && <Address printer={printer} onSave={next => change({ printer: next })} />}
      <SettingsLine name={words.media}>
        <Chips
          label={words.media}
          value={media}
          choices={MEDIAS.map(value => ({ value, name: words.medias[value] }))}
          onChoose={value => change({ media: value })}
        />
      </SettingsLine>
      <Button icon="printer" onClick={() => void calls.act('devices.printTest', undefined)}>
        {words.printTest}
      </Button>
    </SettingsGroup>
  )
}

function Address(props: {
  readonly printer: Settings['printer']
  readonly onSave: (printer: Settings['printer']) => void
}) {
  const { settings: words } = useTexts()
  const given = props.printer.kind === 'tcp' ? props.printer : { host: '', port: DEFAULT_PORT }
  const [host, setHost] = useState(given.host)
  const [port, setPort] = useState(String(given.port))
  const isWhole = host.trim() !== '' && /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65_535
  return (
    <form
      className="settings-form"
      onSubmit={event => {
        event.preventDefault()
        if (isWhole) props.onSave({ kind: 'tcp', host: host.trim(), port: Number(port) })
      }}
    >
      <label className="field">
        <span>{words.host}</span>
        <input
          className="input mono"
          type="text"
          maxLength={253}
          value={host}
          onChange={event => setHost(event.target.value)}
        />
      </label>
      <label className="field settings-port">
        <span>{words.port}</span>
        <input
          className="input mono"
          type="text"
          inputMode="numeric"
          maxLength={5}
          value={port}
          onChange={event => setPort(event.target.value)}
        />
      </label>
      <Button type="submit" tone="go" disabled={!isWhole}>
        {words.save}
      </Button>
    </form>
  )
}
