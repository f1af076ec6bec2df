/** One of some values, under its name. */
export function PickField<T extends string | number | null>(props: {
  readonly name: string
  readonly value: T
  readonly choices: readonly T[]
  readonly show: (value: T) => string
  readonly onPick: (value: T) => void
}) {
  return (
    <label className="field">
      <span>{props.name}</span>
      <select
        className="input"
        value={String(props.value)}
        onChange={event => {
          const picked = props.choices.find(choice => String(choice) === event.target.value)
          if (picked !== undefined) props.onPick(picked)
        }}
      >
        {props.choices.map(choice => (
          <option key={String(choice)} value={String(choice)}>
            {props.show(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}
