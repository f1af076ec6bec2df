import { useState } from 'react'
import type { PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import { usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useSettings } from '../settings/settings-parts.tsx'
import { Calibration } from './calibration.tsx'
import { NameField, OwnPicture, StateBox } from './device-parts.tsx'
import { printerState } from './device-words.ts'
import { LinkForm } from './link-form.tsx'
import { linkLine } from './link-words.ts'
import { PrinterProfileFields, type PrinterProps } from './printer-profile.tsx'

/** A printer's own page: how it is, what it is, and what it can print of itself. */
export function PrinterPanel({ id }: { readonly id: string }) {
  const texts = useTexts()
  const { devices: words } = texts
  const [{ printers, routes }, change] = useSettings()
  const view = useView(({ printers: views }) => views.find(one => one.id === id))
  const printer = printers.find(one => one.id === id)
  if (printer === undefined) return null
  const props: PrinterProps = {
    printer,
    onChange: part => void change({ printers: printers.map(one => (one.id === id ? { ...one, ...part } : one)) })
  }
  const waiting = view?.waiting ?? 0
  return (
    <aside className="devices-panel" aria-label={printer.name}>
      <StateBox state={printerState(texts, view)}>
        {waiting > 0 && <b className="device-waiting">{words.waitingLabels(waiting)}</b>}
      </StateBox>
      <NameField label={words.name} name={printer.name} onKeep={name => props.onChange({ name })} />
      <Connection {...props} />
      <PrinterProfileFields {...props} />
      <TestLabel printer={printer} />
      {printer.language === 'zpl' && <Calibration {...props} />}
      <Remove
        name={printer.name}
        onRemove={() =>
          void change({
            printers: printers.filter(one => one.id !== id),
            routes: Object.fromEntries(
              Object.entries(routes)
                .filter(([, route]) => route.printerId !== id)
                .map(([kind, route]) => [kind, route.fallbackId === id ? { ...route, fallbackId: null } : route])
            )
          })
        }
      />
    </aside>
  )
}

/** How it is reached, and the way to another link; nothing changes before that is whole and confirmed. */
function Connection({ printer, onChange }: PrinterProps) {
  const { devices: words } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const [link, setLink] = useState<PrinterSetting['link'] | null>(printer.link)
  const isNew = link !== null && JSON.stringify(link) !== JSON.stringify(printer.link)
  return (
    <details className="device-part" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {words.connection} <span className="quiet">· {linkLine(words, printer.link)}</span>
      </summary>
      {isOpen && (
        <form
          className="device-form"
          onSubmit={event => {
            event.preventDefault()
            if (link === null || !isNew) return
            onChange({ link })
            setOpen(false)
          }}
        >
          <LinkForm link={link} onChange={setLink} />
          <Button type="submit" tone="go" disabled={!isNew}>
            {words.connect}
          </Button>
        </form>
      )}
    </details>
  )
}

function TestLabel({ printer }: { readonly printer: PrinterSetting }) {
  const { calls } = usePage()
  const { devices: words } = useTexts()
  return (
    <section className="device-test" aria-label={words.testLabel}>
      <OwnPicture printer={printer} label="test" />
      <div className="device-form">
        <h3>{words.testLabel}</h3>
        {printer.language === 'zpl' && <p className="tiny">{words.testHint}</p>}
        <Button
          icon="printer"
          onClick={() => void calls.print('devices.printTest', { printerId: printer.id, label: 'test' })}
        >
          {words.printTest}
        </Button>
        {printer.language === 'escpos' && (
          <Button
            icon="printer"
            onClick={() => void calls.print('devices.printTest', { printerId: printer.id, label: 'receipt' })}
          >
            {words.printReceipt}
          </Button>
        )}
      </div>
    </section>
  )
}

function Remove({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { devices: words, words: texts } = useTexts()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="side-acts">
      <Button tone="refuse" icon="close" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {isAsking && (
        <Confirm
          title={words.removeAsk(name)}
          detail={words.removeWhat}
          act={words.removeDo(name)}
          back={texts.common.cancel}
          onBack={() => setAsking(false)}
          onAct={() => {
            setAsking(false)
            onRemove()
          }}
        />
      )}
    </div>
  )
}
