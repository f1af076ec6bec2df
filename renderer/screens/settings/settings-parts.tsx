import { useState, type ReactNode } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { usePage, useView } from '../../page.ts'

/** The settings and how to change a part of them. */
export function useSettings(): readonly [
  settings: Settings,
  change: (part: Input<'settings.set'>) => Promise<boolean>
] {
  const { calls } = usePage()
  const settings = useView(view => view.settings)
  return [settings, part => calls.act('settings.set', part)]
}

export function SettingsGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-group">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A name and its choice, side by side. */
export function SettingsLine({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="settings-line">
      <span>{name}</span>
      {children}
    </div>
  )
}

/** A number on a slider: follows the hand, is set when let go. */
export function SettingsSlider(props: {
  readonly name: string
  readonly value: number
  readonly minimum: number
  readonly maximum: number
  readonly step: number
  readonly show: (value: number) => string
  readonly onSet: (value: number) => void
}) {
  const [moving, setMoving] = useState<number | null>(null)
  const shown = moving ?? props.value
  const set = () => {
    if (moving !== null) props.onSet(moving)
    setMoving(null)
  }
  return (
    <label className="settings-line">
      <span>{props.name}</span>
      <span className="settings-slider">
        <input
          className="input"
          type="range"
          min={props.minimum}
          max={props.maximum}
          step={props.step}
          value={shown}
          onChange={event => setMoving(Number(event.target.value))}
          onPointerUp={set}
          onKeyUp={set}
          onBlur={set}
        />
        <output>{props.show(shown)}</output>
      </span>
    </label>
  )
}
