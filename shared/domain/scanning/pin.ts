/** What a shift lead's PIN looks like. */
export const PIN = /^\d{4,12}$/

/** Whether a text can be a lead's PIN: 4 to 12 digits. */
export function isPin(text: string): boolean {
  return PIN.test(text)
}
