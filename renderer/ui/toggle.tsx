import { useState } from 'react'

/** A tick that follows the hand at once, and goes back if `onChange` says that it was not taken. */
export function Toggle(props: {
  readonly name: string
  readonly value: boolean
  readonly onChange: (value: boolean) => Promise<boolean>
}) {
  const { value } = props
  const [wishedFrom, setWishedFrom] = useState<boolean | null>(null)
  // The truth has moved: the wish is granted or outdated.
  if (wishedFrom !== null && wishedFrom !== value) setWishedFrom(null)

  async function change(next: boolean): Promise<void> {
    setWishedFrom(value)
    if (!(await props.onChange(next))) setWishedFrom(null)
  }

  return (
    <label className="check">
      <input
        type="checkbox"
        checked={wishedFrom === null ? value : !wishedFrom}
        onChange={event => void change(event.target.checked)}
      />
      {props.name}
    </label>
  )
}
