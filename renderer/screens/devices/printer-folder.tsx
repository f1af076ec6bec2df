import { useState } from 'react'
import { useTexts } from '../../page.ts'
import type { LinkChoice } from './link-choice.ts'
import { Field } from '../../ui/field.tsx'

const DEFAULT_EXTENSION = 'zpl'

/** The folder that another program prints from, and how its files are called. */
export function PrinterFolder({ link, onChange }: LinkChoice) {
  const { devices: words } = useTexts()
  const given = link?.kind === 'folder' ? link : { path: '', extension: DEFAULT_EXTENSION }
  const [path, setPath] = useState(given.path)
  const [extension, setExtension] = useState(given.extension)
  function tell(nextPath: string, nextExtension: string): void {
    setPath(nextPath)
    setExtension(nextExtension)
    const isWhole = nextPath.trim() !== '' && /^[A-Za-z0-9]{1,16}$/.test(nextExtension)
    onChange(isWhole ? { kind: 'folder', path: nextPath.trim(), extension: nextExtension } : null)
  }
  return (
    <div className="settings-form">
      <Field
        label={words.folder}
        isCode
        maxLength={1024}
        value={path}
        onChange={event => tell(event.target.value, extension)}
      />
      <Field
        className="settings-port"
        label={words.extension}
        isCode
        maxLength={16}
        value={extension}
        onChange={event => tell(path, event.target.value)}
      />
    </div>
  )
}
