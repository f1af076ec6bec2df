/** The PC's day of a moment (Unix ms) as `yyyy-mm-dd`, as fields for dates hold it. */
export function isoDay(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** When a day `yyyy-mm-dd` begins on this PC (Unix ms); null: it is no day. */
export function dayStart(day: string): number | null {
  const at = new Date(`${day}T00:00:00`).getTime()
  return Number.isNaN(at) ? null : at
}

/** The last moment of a day. */
export function dayEnd(day: string): number | null {
  const at = new Date(`${day}T23:59:59.999`).getTime()
  return Number.isNaN(at) ? null : at
}
