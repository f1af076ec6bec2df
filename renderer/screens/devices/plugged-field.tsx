import { useTexts } from '../../page.ts'

const NONE = ''

/** One of what is plugged in; the chosen one stays in the list when it is not. */
export function PluggedField(props: {
  readonly name: string
  readonly chosen: string | null
  readonly found: readonly { readonly key: string; readonly title: string }[] | null
  readonly nothing: string
  readonly onPick: (key: string) => void
}) {
  const { words, devices } = useTexts()
  const { chosen, found } = props
  const listed = found ?? []
  const isListed = chosen === null || listed.some(({ key }) => key === chosen)
  const all = isListed ? listed : [{ key: chosen, title: chosen }, ...listed]
  return (
    <label className="field">
      <span>{props.name}</span>
      <select
        className="input"
        value={chosen ?? NONE}
        onChange={event => {
          if (event.target.value !== NONE) props.onPick(event.target.value)
        }}
      >
        {chosen === null && (
          <option value={NONE}>
            {found === null ? words.common.loading : all.length === 0 ? props.nothing : devices.choose}
          </option>
        )}
        {all.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
