/** Letters at a name's end that tell it from others that begin alike. */
const END = 9

/** A name on one line that is cut, where it has to be, before its end. */
export function CutName({ name }: { readonly name: string }) {
  const [begin, end] = splitName(name)
  return (
    <span className="cut-name">
      <span>{begin}</span>
      <span>{end}</span>
    </span>
  )
}

/** A name in two parts, of which the second is never cut. */
export function splitName(name: string): readonly [string, string] {
  const letters = [...name]
  return [letters.slice(0, -END).join(''), letters.slice(-END).join('')]
}
