import { useState } from 'react'
import { usualPrinter, type PrinterLink, type PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import { useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Field } from '../../ui/field.tsx'
import { useSettings } from '../settings/settings-parts.tsx'
import { LinkForm } from './link-form.tsx'
import { nameFor, resolutionOf } from './link-words.ts'
import { LANGUAGES } from './printer-profile.tsx'

const MOST = 8

/** One more printer: how it is reached, what it prints, and its name. */
export function AddPrinter({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { devices: words } = useTexts()
  const [{ printers }, change] = useSettings()
  const [link, setLink] = useState<PrinterLink | null>(null)
  const [language, setLanguage] = useState<PrinterSetting['language']>('zpl')
  const [givenName, setName] = useState<string | null>(null)
  const usual = nameFor(words, link, printers.length + 1)
  async function add(): Promise<void> {
    if (link === null) return
    const id = newId()
    const name = givenName?.trim() || usual
    const found = { ...usualPrinter({ id, name, link }), language }
    const added = { ...found, dpi: resolutionOf(link) ?? found.dpi }
    if (await change({ printers: [...printers, added] })) onAdded(id)
  }
  return (
    <aside className="devices-panel" aria-label={words.addPrinter}>
      <h2>{words.addPrinter}</h2>
      <form
        className="device-form"
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <h3>{words.connection}</h3>
        <LinkForm link={link} onChange={setLink} />
        <h3>{words.language}</h3>
        <Chips
          label={words.language}
          value={language}
          choices={LANGUAGES.map(value => ({ value, name: words.languages[value] }))}
          onChoose={setLanguage}
        />
        <Field
          label={words.name}
          maxLength={40}
          value={givenName ?? usual}
          onChange={event => setName(event.target.value)}
        />
        <Button type="submit" tone="go" size="big" disabled={link === null || printers.length >= MOST}>
          {words.add}
        </Button>
      </form>
    </aside>
  )
}

/** Told from the others by chance: 36⁶ of them. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), byte => (byte % 36).toString(36)).join('')
}
