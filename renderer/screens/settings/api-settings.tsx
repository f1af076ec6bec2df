import { useState } from 'react'
import type { ApiBounds } from '../../../shared/domain/account/api-choices.ts'
import { useTexts } from '../../page.ts'
import { Field } from '../../ui/field.tsx'
import { SettingsGroup, useSettings } from './settings-parts.tsx'

/** As the settings bound them. */
const [LEAST, MOST] = [1, 1000]
const LENGTHS = ['uin', 'imei', 'gtin'] as const

/** Bounds that the marketplace's documents don't state: each account may need others. */
export function ApiSettings() {
  const { settings: words, names } = useTexts()
  const [{ api, storeDays }, change] = useSettings()
  const { least, most } = api.passcodeDigits
  const set = (part: Partial<ApiBounds>) => void change({ api: { ...api, ...part } })
  const setCodes = (part: Partial<ApiBounds['pickupCodes']>) => set({ pickupCodes: { ...api.pickupCodes, ...part } })
  return (
    <SettingsGroup title={words.api}>
      <p className="quiet">{words.apiHint}</p>
      <NumberLine
        name={words.passcodeLeast}
        value={least}
        onSet={value => value !== null && set({ passcodeDigits: { least: value, most: Math.max(value, most) } })}
      />
      <NumberLine
        name={words.passcodeMost}
        value={most}
        onSet={value => value !== null && set({ passcodeDigits: { least: Math.min(value, least), most: value } })}
      />
      <NumberLine
        name={words.storeDays}
        value={storeDays}
        most={60}
        onSet={days => days !== null && void change({ storeDays: days })}
      />
      <NumberLine
        name={words.pickupSgtins}
        value={api.pickupCodes.sgtins}
        placeholder={words.anyNumber}
        onSet={sgtins => setCodes({ sgtins })}
      />
      {LENGTHS.map(key => (
        <NumberLine
          key={key}
          name={words.pickupLength(names.meta[key])}
          value={api.pickupCodes[key]}
          placeholder={words.anyNumber}
          onSet={length => setCodes({ [key]: length })}
        />
      ))}
    </SettingsGroup>
  )
}

/** A whole number, set when it is left or by Enter; empty is null; what is no such number goes back. */
function NumberLine(props: {
  readonly name: string
  readonly value: number | null
  readonly placeholder?: string
  readonly most?: number
  readonly onSet: (value: number | null) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = () => {
    if (typed === null) return
    setTyped(null)
    const value = typed.trim() === '' ? null : Number(typed)
    const isFine = value === null || (Number.isInteger(value) && value >= LEAST && value <= (props.most ?? MOST))
    if (isFine && value !== props.value) props.onSet(value)
  }
  return (
    <label className="settings-line">
      <span>{props.name}</span>
      <Field
        isBare
        label={props.name}
        inputClass="settings-number"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        placeholder={props.placeholder}
        value={typed ?? props.value ?? ''}
        onChange={event => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={event => event.key === 'Enter' && finish()}
      />
    </label>
  )
}
