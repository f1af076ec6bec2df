import { useState, type ReactNode } from 'react'
import type { OwnTest } from '../../../shared/contract/device-methods.ts'
import type { PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import { useAsk, useTexts } from '../../page.ts'
import { Icon } from '../../ui/icon.tsx'
import { SharpPicture } from '../../ui/sharp-picture.tsx'
import { Field } from '../../ui/field.tsx'
import type { DeviceState } from './device-words.ts'

/** How a device is, with what to do about it. */
export function StateBox({ state, children }: { readonly state: DeviceState; readonly children?: ReactNode }) {
  return (
    <div className="device-box" data-mood={state.mood} role="status">
      <Icon name={state.icon} size={28} />
      <p>
        <b>{state.phrase.title}</b>
        <span> {state.phrase.remedy}</span>
        {state.phrase.details !== undefined && <span className="tiny mono quiet"> {state.phrase.details}</span>}
      </p>
      {children}
    </div>
  )
}

/** A name that is kept when the field is left; an empty one is put back. */
export function NameField(props: {
  readonly label: string
  readonly name: string
  readonly onKeep: (name: string) => void
}) {
  const [name, setName] = useState(props.name)
  function keep(): void {
    const next = name.trim()
    if (next === '') setName(props.name)
    else if (next !== props.name) props.onKeep(next)
  }
  return (
    <Field
      label={props.label}
      maxLength={40}
      value={name}
      onChange={event => setName(event.target.value)}
      onBlur={keep}
    />
  )
}

/** One of a printer's own labels as it will print; drawn anew when the printer's settings change. */
export function OwnPicture({ printer, label }: { readonly printer: PrinterSetting; readonly label: OwnTest }) {
  const { devices: words, words: texts } = useTexts()
  const png = useAsk('devices.previewTest', { printerId: printer.id, label }, JSON.stringify(printer))
  const name = label === 'test' ? words.testLabel : words.calibration
  return (
    <div className="device-picture">
      {png ? (
        <SharpPicture png={png} alt={name} />
      ) : (
        <p className="quiet">{printer.language === 'escpos' ? words.noPicture : texts.label.wait}</p>
      )}
    </div>
  )
}
