import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react'

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  /** What is asked for: above the field, and its accessible name. */
  readonly label: string
  /** The name is for those who hear it: what stands around, or the placeholder, tells the others. */
  readonly isBare?: boolean
  /** What helps to fill it in, in small type. */
  readonly hint?: string
  /** What is wrong with what stands in it, read aloud as soon as it is there; empty: nothing yet. */
  readonly error?: string
  /** Letters of one width, for codes and addresses. */
  readonly isCode?: boolean
  readonly isBig?: boolean
  /** Of the whole field. */
  readonly className?: string
  /** Of the letters. */
  readonly inputClass?: string
  readonly ref?: Ref<HTMLInputElement>
  /** A button at its side. */
  readonly children?: ReactNode
}

/** One text field; as high as a finger, whatever it asks for. */
export function Field(props: FieldProps) {
  const { label, isBare, hint, error, isCode, isBig, className, inputClass, children, ...rest } = props
  const about = useId()
  const isBad = error !== undefined && error !== ''
  const words = isBad ? error : hint
  const hasWords = error !== undefined || hint !== undefined
  const input = (
    <input
      type="text"
      {...rest}
      className={['input', ...(isCode === true ? ['mono'] : []), inputClass ?? ''].join(' ').trim()}
      data-size={isBig === true ? 'big' : undefined}
      aria-label={isBare === true ? label : rest['aria-label']}
      aria-describedby={hasWords ? about : undefined}
      aria-invalid={isBad ? true : undefined}
    />
  )
  const named =
    isBare === true ? (
      input
    ) : (
      <label className={`field ${className ?? ''}`.trim()}>
        <span>{label}</span>
        {input}
      </label>
    )
  if (!hasWords && children === undefined) return named
  return (
    <span className="field-whole">
      <span className="field-line">
        {named}
        {children}
      </span>
      <small id={about} className="field-words" data-bad={isBad} role="status">
        {words}
      </small>
    </span>
  )
}
