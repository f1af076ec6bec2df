import { useState } from 'react'
import { assertNever } from '../../../shared/domain/assert.ts'
import type { PrinterLink } from '../../../shared/domain/printing/printers.ts'
import { useAsk, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import type { LinkChoice } from './link-choice.ts'
import { LpPrinter } from './lp-printer.tsx'
import { PrintQueue } from './print-queue.tsx'
import { PrinterAddress } from './printer-address.tsx'
import { PrinterFolder } from './printer-folder.tsx'
import { PrinterPort } from './printer-port.tsx'
import { UsbPrinter } from './usb-printer.tsx'

type LinkKind = PrinterLink['kind']

const KINDS: readonly LinkKind[] = ['usb', 'lp', 'tcp', 'serial', 'queue', 'folder', 'practice']
/** Kinds whose printers the PC lists. */
const LISTED: readonly LinkKind[] = ['usb', 'lp', 'serial', 'queue']

/** How a printer is reached: the kind of link, then where it leads. */
export function LinkForm({ link, onChange }: Omit<LinkChoice, 'look'>) {
  const { devices: words } = useTexts()
  const [kind, setKind] = useState<LinkKind>(link?.kind ?? 'usb')
  const [look, setLook] = useState(0)
  const kinds = useKinds(kind)
  return (
    <div className="device-form">
      <Chips
        label={words.connection}
        value={kind}
        choices={kinds.map(value => ({ value, name: words.linkKinds[value] }))}
        onChoose={value => {
          setKind(value)
          onChange(value === 'practice' ? { kind: 'practice' } : link?.kind === value ? link : null)
        }}
      />
      <p className="quiet tiny">{words.linkHints[kind]}</p>
      <div className="settings-form">
        <KindForm key={kind} kind={kind} link={link} onChange={onChange} look={look} />
        {LISTED.includes(kind) && <Button onClick={() => setLook(look + 1)}>{words.lookAgain}</Button>}
      </div>
    </div>
  )
}

/** What can be chosen here: Linux' own driver only where it holds a printer, the practice printer once and only in practice. */
function useKinds(kind: LinkKind): readonly LinkKind[] {
  const hasLp = (useAsk('devices.lpPrinters', undefined) ?? []).length > 0
  const isPractice = useView(view => view.mode === 'practice')
  const isTaken = useView(view => view.settings.printers.some(({ link }) => link.kind === 'practice'))
  return KINDS.filter(
    value => value === kind || (value === 'lp' ? hasLp : value !== 'practice' || (isPractice && !isTaken))
  )
}

function KindForm({ kind, ...choice }: LinkChoice & { readonly kind: LinkKind }) {
  switch (kind) {
    case 'usb':
      return <UsbPrinter {...choice} />
    case 'lp':
      return <LpPrinter {...choice} />
    case 'tcp':
      return <PrinterAddress {...choice} />
    case 'serial':
      return <PrinterPort {...choice} />
    case 'queue':
      return <PrintQueue {...choice} />
    case 'folder':
      return <PrinterFolder {...choice} />
    case 'practice':
      return null
    default:
      return assertNever(kind)
  }
}
