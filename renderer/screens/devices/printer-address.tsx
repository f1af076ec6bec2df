import { useState } from 'react'
import { useTexts } from '../../page.ts'
import type { LinkChoice } from './link-choice.ts'
import { Field } from '../../ui/field.tsx'

const DEFAULT_PORT = 9100

/** Where a network printer listens. */
export function PrinterAddress({ link, onChange }: LinkChoice) {
  const { devices: words } = useTexts()
  const given = link?.kind === 'tcp' ? link : { host: '', port: DEFAULT_PORT }
  const [host, setHost] = useState(given.host)
  const [port, setPort] = useState(String(given.port))
  function tell(nextHost: string, nextPort: string): void {
    setHost(nextHost)
    setPort(nextPort)
    const number = /^\d{1,5}$/.test(nextPort) ? Number(nextPort) : 0
    const isWhole = nextHost.trim() !== '' && number > 0 && number <= 65_535
    onChange(isWhole ? { kind: 'tcp', host: nextHost.trim(), port: number } : null)
  }
  return (
    <div className="settings-form">
      <Field
        label={words.host}
        isCode
        maxLength={253}
        placeholder="192.168.1.40"
        value={host}
        onChange={event => tell(event.target.value, port)}
      />
      <Field
        className="settings-port"
        label={words.port}
        isCode
        inputMode="numeric"
        maxLength={5}
        value={port}
        onChange={event => tell(host, event.target.value)}
      />
    </div>
  )
}
