import { useState } from 'react'
import { LABEL_KINDS, type LabelKind } from '../../../shared/domain/printing/print-jobs.ts'
import { canPrint, routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { useTexts } from '../../page.ts'
import { useSettings } from '../settings/settings-parts.tsx'

const NONE = ''
const SHORTEST_MINUTES = 5
const LONGEST_MINUTES = 1440

/** Which kind of label goes to which printer, and which printer steps in for that one. */
export function RoutesPanel() {
  const { devices: words } = useTexts()
  return (
    <aside className="devices-panel" aria-label={words.routes}>
      <h2>{words.routes}</h2>
      <p className="quiet">{words.routesHint}</p>
      <table className="routes">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.printer}</th>
            <th scope="col">{words.fallback}</th>
          </tr>
        </thead>
        <tbody>
          {LABEL_KINDS.map(kind => (
            <RouteRow key={kind} kind={kind} />
          ))}
        </tbody>
      </table>
      <ExpireField />
    </aside>
  )
}

function RouteRow({ kind }: { readonly kind: LabelKind }) {
  const { devices: words } = useTexts()
  const [settings, change] = useSettings()
  const { routes } = settings
  const able = settings.printers.filter(printer => canPrint(printer, kind))
  const { printer, fallback } = routeOfKind(settings, kind)
  const byItself = routeOfKind({ printers: settings.printers, routes: {} }, kind).printer
  const isSet = able.some(({ id }) => id === routes[kind]?.printerId)
  const others = able.filter(({ id }) => id !== printer?.id)
  function setPrinter(printerId: string): void {
    const { [kind]: former, ...rest } = routes
    if (printerId === NONE) return void change({ routes: rest })
    const fallbackId = former?.fallbackId === printerId ? null : (former?.fallbackId ?? null)
    void change({ routes: { ...rest, [kind]: { printerId, fallbackId } } })
  }
  function setFallback(fallbackId: string): void {
    if (printer === null) return
    // Whoever names a stand-in means it to stand in for this one.
    const route = { printerId: printer.id, fallbackId: fallbackId === NONE ? null : fallbackId }
    void change({ routes: { ...routes, [kind]: route } })
  }
  return (
    <tr>
      <th scope="row">{words.kinds[kind]}</th>
      <td>
        <select
          className="input"
          aria-label={`${words.kinds[kind]}: ${words.printer}`}
          value={isSet ? (printer?.id ?? NONE) : NONE}
          disabled={able.length === 0}
          onChange={event => setPrinter(event.target.value)}
        >
          <option value={NONE}>{byItself === null ? words.nowhere : words.automatic(byItself.name)}</option>
          {able.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          className="input"
          aria-label={`${words.kinds[kind]}: ${words.fallback}`}
          value={fallback?.id ?? NONE}
          disabled={others.length === 0}
          onChange={event => setFallback(event.target.value)}
        >
          <option value={NONE}>{words.nobody}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

/** How long a label may wait; kept when the field is left. */
function ExpireField() {
  const { devices: words } = useTexts()
  const [{ labelsExpireMinutes }, change] = useSettings()
  const [text, setText] = useState(String(labelsExpireMinutes))
  function keep(): void {
    const minutes = Number(text)
    const isFine = /^\d+$/.test(text.trim()) && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES
    if (!isFine) setText(String(labelsExpireMinutes))
    else if (minutes !== labelsExpireMinutes) void change({ labelsExpireMinutes: minutes })
  }
  return (
    <label className="routes-expire">
      <span>{words.expireBefore}</span>
      <input
        className="input"
        type="text"
        inputMode="numeric"
        maxLength={4}
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={keep}
      />
      <span>{words.expireAfter}</span>
    </label>
  )
}
