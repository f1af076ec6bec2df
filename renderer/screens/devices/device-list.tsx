import type { ReactNode } from 'react'
import { usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { useSettings } from '../settings/settings-parts.tsx'
import type { Chosen } from './chosen.ts'
import { printerState, scannerState, type DeviceState } from './device-words.ts'
import { linkLine } from './link-words.ts'
import { keyOf, placeOf } from './scanner-name.ts'
import { TEST_CODES } from '../../../shared/domain/scanning/scanner-test/codes.ts'
import { PrintMany } from '../print-many.tsx'
import { ScannerTestButton } from './scanner-test.tsx'

interface ListProps {
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

/** All devices with how they are, and the way to more of them. */
export function DeviceList(props: ListProps) {
  const { calls } = usePage()
  const { devices: words } = useTexts()
  return (
    <div className="devices-list">
      <Printers {...props} />
      <Scanners {...props} />
      <p className="devices-foot">
        <ScannerTestButton />
        <PrintMany
          title={words.printCodes}
          labels={TEST_CODES.length}
          onPrint={() => void calls.print('labels.print', { kind: 'scannerTest' })}
        />
        <span className="quiet tiny">{words.checkHint}</span>
      </p>
    </div>
  )
}

function Printers({ chosen, onChoose }: ListProps) {
  const texts = useTexts()
  const { devices: words } = texts
  const [{ printers, routes }] = useSettings()
  const views = useView(view => view.printers)
  const routed = Object.keys(routes).length
  return (
    <section aria-label={words.printers}>
      <header className="devices-head">
        <h2>{words.printers}</h2>
        <Button aria-pressed={chosen.kind === 'addPrinter'} onClick={() => onChoose({ kind: 'addPrinter' })}>
          {words.addPrinter}
        </Button>
      </header>
      <ul className="device-rows">
        {printers.length === 0 && <li className="device-none quiet">{words.noPrinters}</li>}
        {printers.map(({ id, name, link }) => {
          const view = views.find(one => one.id === id)
          return (
            <Row
              key={id}
              icon="printer"
              name={name}
              place={linkLine(words, link)}
              state={printerState(texts, view)}
              waiting={view !== undefined && view.waiting > 0 ? words.waitingLabels(view.waiting) : null}
              isChosen={chosen.kind === 'printer' && chosen.id === id}
              onChoose={() => onChoose({ kind: 'printer', id })}
            />
          )
        })}
        {printers.length > 0 && (
          <Row
            icon="queue"
            name={words.routes}
            place={routed === 0 ? words.routesAll : words.routesSome(routed)}
            state={null}
            isChosen={chosen.kind === 'routes'}
            onChoose={() => onChoose({ kind: 'routes' })}
          />
        )}
      </ul>
    </section>
  )
}

function Scanners({ chosen, onChoose }: ListProps) {
  const texts = useTexts()
  const { devices: words } = texts
  const [{ scanners }] = useSettings()
  const views = useView(view => view.scanners)
  // A practice scanner stands before those of the settings.
  const extra = Math.max(0, views.length - scanners.length)
  return (
    <section aria-label={words.scanner}>
      <header className="devices-head">
        <h2>{words.scanner}</h2>
        <Button aria-pressed={chosen.kind === 'addScanner'} onClick={() => onChoose({ kind: 'addScanner' })}>
          {words.addScanner}
        </Button>
      </header>
      <ul className="device-rows">
        {views.slice(0, extra).map((view, index) => (
          <Row
            key={`practice-${index}`}
            icon="practice"
            name={words.scannerPractice}
            place={words.scannerPracticePlace}
            state={scannerState(texts, view)}
            isChosen={false}
            onChoose={null}
          />
        ))}
        {scanners.map((scanner, index) => (
          <Row
            key={keyOf(scanner)}
            icon="scanner"
            name={scanner.name}
            place={placeOf(scanner)}
            state={scannerState(texts, views[extra + index])}
            isChosen={chosen.kind === 'scanner' && chosen.key === keyOf(scanner)}
            onChoose={() => onChoose({ kind: 'scanner', key: keyOf(scanner) })}
          />
        ))}
        <Row
          icon="keyboard"
          name={words.scannerTyping}
          place={words.scannerTypingPlace}
          state={null}
          isChosen={chosen.kind === 'typing'}
          onChoose={() => onChoose({ kind: 'typing' })}
        />
      </ul>
    </section>
  )
}

/** A device in two lines: what it is and where, how it is and what waits for it. */
function Row(props: {
  readonly icon: IconName
  readonly name: string
  readonly place: string
  readonly state: DeviceState | null
  readonly waiting?: string | null
  readonly isChosen: boolean
  /** Null: there is nothing to be set about it. */
  readonly onChoose: (() => void) | null
}) {
  const { state, waiting = null } = props
  return (
    <li data-chosen={props.isChosen}>
      <RowButton isChosen={props.isChosen} onChoose={props.onChoose}>
        <Icon name={props.icon} size={24} />
        <span className="device-name">
          <b className="one-line">{props.name}</b>
          <span className="one-line quiet tiny">{props.place}</span>
        </span>
        {state !== null && (
          <span className="device-state">
            <span className="device-word" data-mood={state.mood}>
              <Icon name={state.icon} size={18} />
              <span className="one-line">{state.word}</span>
            </span>
            {waiting !== null && <span className="tiny">{waiting}</span>}
          </span>
        )}
      </RowButton>
    </li>
  )
}

function RowButton(props: {
  readonly isChosen: boolean
  readonly onChoose: (() => void) | null
  readonly children: ReactNode
}) {
  if (props.onChoose === null) return <div className="device-row">{props.children}</div>
  return (
    <button
      type="button"
      className="device-row"
      aria-current={props.isChosen ? 'true' : undefined}
      onClick={props.onChoose}
    >
      {props.children}
    </button>
  )
}
