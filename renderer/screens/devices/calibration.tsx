import { useId, useState } from 'react'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { OwnPicture } from './device-parts.tsx'
import type { PrinterProps } from './printer-profile.tsx'

/** The most that a print is moved, in tenths of a mm. */
const MOST = 100

/** Where a label's edge cuts a ruler: the sign is in the choice of the edge, so that nobody has to think of it. */
interface Cut {
  readonly edge: 'whole' | 'minus' | 'plus'
  /** The number as it was typed, in mm. */
  readonly text: string
}

/** Prints the rulers and takes what they read. */
export function Calibration({ printer, onChange }: PrinterProps) {
  const { calls } = usePage()
  const { devices: words, format } = useTexts()
  const { offsetX, offsetY } = printer
  const [isOpen, setOpen] = useState(false)
  const [across, setAcross] = useState(cutOf(offsetX, format.number))
  const [down, setDown] = useState(cutOf(offsetY, format.number))
  const x = tenthsOf(across)
  const y = tenthsOf(down)
  const isNew = x !== null && y !== null && (x !== offsetX || y !== offsetY)
  return (
    <details className="device-part" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {words.calibration} <span className="quiet">· {words.calibrated(offsetX, offsetY)}</span>
      </summary>
      <div className="device-test">
        {isOpen && <OwnPicture printer={printer} label="calibration" />}
        <div className="device-form">
          <ol className="device-steps">
            {words.calibrationSteps.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Button
            icon="printer"
            onClick={() => void calls.print('devices.printTest', { printerId: printer.id, label: 'calibration' })}
          >
            {words.printRuler}
          </Button>
        </div>
      </div>
      <form
        className="device-form"
        onSubmit={event => {
          event.preventDefault()
          if (isNew) onChange({ offsetX: x, offsetY: y })
        }}
      >
        <CutField
          name={words.across}
          edges={words.acrossEdges}
          says={words.acrossSays}
          cut={across}
          onCut={setAcross}
        />
        <CutField name={words.down} edges={words.downEdges} says={words.downSays} cut={down} onCut={setDown} />
        <Button type="submit" tone="go" disabled={!isNew}>
          {words.save}
        </Button>
      </form>
    </details>
  )
}

function CutField(props: {
  readonly name: string
  readonly edges: { readonly [E in Cut['edge']]: string }
  readonly says: (tenths: number) => string
  readonly cut: Cut
  readonly onCut: (cut: Cut) => void
}) {
  const { devices: words } = useTexts()
  const says = useId()
  const { cut, edges, onCut } = props
  const tenths = tenthsOf(cut)
  return (
    <fieldset className="device-cut">
      <legend>{props.name}</legend>
      <Chips
        label={props.name}
        value={cut.edge}
        choices={(['whole', 'minus', 'plus'] as const).map(value => ({ value, name: edges[value] }))}
        onChoose={edge => onCut({ ...cut, edge })}
      />
      {cut.edge !== 'whole' && (
        <label className="device-number">
          <span>{words.cutAt}</span>
          <b aria-hidden="true">{cut.edge === 'minus' ? '−' : '+'}</b>
          <input
            className="input mono"
            type="text"
            inputMode="decimal"
            maxLength={6}
            aria-describedby={says}
            value={cut.text}
            onChange={event => onCut({ ...cut, text: event.target.value })}
          />
        </label>
      )}
      <p id={says} className="tiny" data-bad={tenths === null}>
        {tenths === null ? words.tooFar : props.says(tenths)}
      </p>
    </fieldset>
  )
}

function cutOf(tenths: number, show: (value: number) => string): Cut {
  if (tenths === 0) return { edge: 'whole', text: '' }
  return { edge: tenths < 0 ? 'minus' : 'plus', text: show(Math.abs(tenths) / 10) }
}

/** Null: no number, one that is too far off, or one with the other edge's sign. */
function tenthsOf({ edge, text }: Cut): number | null {
  if (edge === 'whole') return 0
  const sign = edge === 'minus' ? /^[-−–]/ : /^\+/
  const digits = text.trim().replace(sign, '').replace(',', '.')
  if (!/^\d{1,2}(?:\.\d?)?$/.test(digits)) return null
  const tenths = Math.round(Number(digits) * 10)
  if (tenths < 1 || tenths > MOST) return null
  return edge === 'minus' ? -tenths : tenths
}
