import { useState, type ComponentProps } from 'react'
import { usePart, useTexts } from '../../page.ts'
import { Field } from '../../ui/field.tsx'

type PinFieldProps = Omit<ComponentProps<typeof Field>, 'onChange'> & { readonly onText: (text: string) => void }

/** A field for a PIN. It says so where a scanner typed into it what is not taken there (`at-pin.ts`). */
export function PinField({ error, onText, ...rest }: PinFieldProps) {
  const { lead } = useTexts()
  const scans = usePart(state => state.pinScans)
  const [seen, setSeen] = useState(scans)
  const said = scans > seen ? lead.scanned : error
  return (
    <Field
      inputClass="lead-pin"
      data-secret
      autoComplete="off"
      autoFocus
      maxLength={12}
      {...rest}
      {...(said !== undefined && { error: said })}
      onChange={event => {
        setSeen(scans)
        onText(event.target.value)
      }}
    />
  )
}
