import { useState } from 'react'
import { isBadgeId } from '../../../shared/domain/scanning/commands.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { LeadPin } from './lead-pin.tsx'
import { SettingsGroup } from './settings-parts.tsx'

/** Who packs here; a badge is a barcode on a label. */
export function PackerSettings() {
  const { calls } = usePage()
  const { settings: words, lead } = useTexts()
  const packers = useAsk('packers.list', undefined) ?? []
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const taken = packers.find(packer => packer.id === id)
  const isWhole = isBadgeId(id) && name.trim() !== '' && taken === undefined

  async function save(): Promise<void> {
    if (await calls.take('packers.save', { id, name: name.trim() })) {
      setId('')
      setName('')
    }
  }

  return (
    <SettingsGroup title={words.packers}>
      <ul>
        {packers.map(packer => (
          <li key={packer.id} className="packer-line">
            <span>
              <span className="mono quiet">{packer.id}</span> {packer.name}
              {packer.isLead && <b className="tiny"> · {lead.lead}</b>}
            </span>
            <div className="packer-acts">
              <Rename {...packer} />
              <LeadPin packer={packer} />
              <Button
                icon="printer"
                aria-label={`${words.printBadge}: ${packer.name}`}
                onClick={() => void calls.print('packers.printBadge', { id: packer.id })}
              >
                {words.printBadge}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <form
        className="settings-form"
        onSubmit={event => {
          event.preventDefault()
          if (isWhole) void save()
        }}
      >
        <Field
          className="settings-port"
          label={words.packerId}
          isCode
          maxLength={12}
          value={id}
          onChange={event => setId(event.target.value.toUpperCase())}
        />
        <Field label={words.packerName} maxLength={40} value={name} onChange={event => setName(event.target.value)} />
        <Button type="submit" tone="go" disabled={!isWhole}>
          {words.addPacker}
        </Button>
      </form>
      <p className="quiet tiny" role="status">
        {taken === undefined ? words.packerHint : words.packerTaken(taken.name)}
      </p>
      <p className="quiet tiny">{lead.hint}</p>
    </SettingsGroup>
  )
}

/** Another name for whoever has this number. */
function Rename({ id, name }: { readonly id: string; readonly name: string }) {
  const { calls } = usePage()
  const { settings: words } = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null) {
    return (
      <Button aria-label={`${words.rename}: ${name}`} onClick={() => setDraft(name)}>
        {words.rename}
      </Button>
    )
  }
  return (
    <form
      className="settings-line"
      onSubmit={event => {
        event.preventDefault()
        const renamed = draft.trim()
        if (renamed === '') return
        setDraft(null)
        void calls.act('packers.save', { id, name: renamed, renames: true })
      }}
    >
      <Field
        isBare
        label={words.packerName}
        maxLength={40}
        value={draft}
        onChange={event => setDraft(event.target.value)}
      />
      <Button type="submit" tone="go" disabled={draft.trim() === ''}>
        {words.saveName}
      </Button>
    </form>
  )
}
