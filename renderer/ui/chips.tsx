import type { ReactNode } from 'react'

/** A row of choices of which one holds. */
export function Chips<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly name: ReactNode }[]
  readonly onChoose: (value: Value) => void
}) {
  return (
    <div className="chips" role="group" aria-label={props.label}>
      {props.choices.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={value === props.value}
          onClick={() => props.onChoose(value)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
