import { MEDIA_SIZES, PAPER_WIDTHS, RESOLUTIONS } from '../../../shared/domain/printing/media.ts'
import type { PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import { useTexts } from '../../page.ts'
import { PickField } from './pick-field.tsx'

export const LANGUAGES: readonly PrinterSetting['language'][] = ['zpl', 'escpos']
const HANDLINGS: readonly PrinterSetting['handling'][] = ['tear', 'peel', 'cut']
const ROTATIONS: readonly PrinterSetting['rotation'][] = [0, 90, 180, 270]
const DARKNESSES: readonly (number | null)[] = [null, ...numbers(0, 30)]
const SPEEDS: readonly (number | null)[] = [null, ...numbers(2, 14)]

export interface PrinterProps {
  readonly printer: PrinterSetting
  readonly onChange: (part: Partial<PrinterSetting>) => void
}

/** What a printer is and what is in it; a receipt printer has little of that. */
export function PrinterProfileFields({ printer, onChange }: PrinterProps) {
  const { devices: words } = useTexts()
  return (
    <section className="device-fields" aria-label={words.profile}>
      <PickField
        name={words.language}
        value={printer.language}
        choices={LANGUAGES}
        show={value => words.languages[value]}
        onPick={language => onChange({ language })}
      />
      {printer.language === 'escpos' && (
        <PickField
          name={words.paper}
          value={printer.paper}
          choices={PAPER_WIDTHS}
          show={String}
          onPick={paper => onChange({ paper })}
        />
      )}
      <PickField
        name={words.media}
        value={printer.media}
        choices={MEDIA_SIZES}
        show={value => words.medias[value]}
        onPick={media => onChange({ media })}
      />
      {printer.language === 'zpl' && <LabelPrinterFields printer={printer} onChange={onChange} />}
      <PickField
        name={words.rotation}
        value={printer.rotation}
        choices={ROTATIONS}
        show={value => words.rotations[value]}
        onPick={rotation => onChange({ rotation })}
      />
    </section>
  )
}

function LabelPrinterFields({ printer, onChange }: PrinterProps) {
  const { devices: words } = useTexts()
  const orAsSet = (value: number | null) => (value === null ? words.asSet : String(value))
  return (
    <>
      <PickField
        name={words.dpi}
        value={printer.dpi}
        choices={RESOLUTIONS}
        show={String}
        onPick={dpi => onChange({ dpi })}
      />
      <PickField
        name={words.handling}
        value={printer.handling}
        choices={HANDLINGS}
        show={value => words.handlings[value]}
        onPick={handling => onChange({ handling })}
      />
      <PickField
        name={words.darkness}
        value={printer.darkness}
        choices={DARKNESSES}
        show={orAsSet}
        onPick={darkness => onChange({ darkness })}
      />
      <PickField
        name={words.speed}
        value={printer.speed}
        choices={SPEEDS}
        show={orAsSet}
        onPick={speed => onChange({ speed })}
      />
    </>
  )
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
