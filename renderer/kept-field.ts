/** Keeps a text field's value; the result puts it back, so that the first keys of a scan leave no trace in it. */
export function keepField(field: HTMLInputElement | HTMLTextAreaElement): () => void {
  const { value } = field
  return () => {
    if (field.value === value) return
    // React watches the element's own setter; the prototype's, with an event, is what typing looks like to it.
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
