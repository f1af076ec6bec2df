import { useState } from 'react'
import { useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import type { PrinterChoice } from './printer-choice.ts'

const DEFAULT_PORT = 9100

/** Where a network printer listens. */
export function PrinterAddress({ printer, onSave }: PrinterChoice) {
  const { settings: words } = useTexts()
  const given = printer.kind === 'tcp' ? printer : { host: '', port: DEFAULT_PORT }
  const [host, setHost] = useState(given.host)
  const [port, setPort] = useState(String(given.port))
  const isWhole = host.trim() !== '' && /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65_535
  return (
    <form
      className="settings-form"
      onSubmit={event => {
        event.preventDefault()
        if (isWhole) onSave({ kind: 'tcp', host: host.trim(), port: Number(port) })
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
