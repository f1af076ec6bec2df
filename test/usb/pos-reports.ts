const DATA_BYTES = 58

/** A scan as a HID POS scanner sends it: 64 bytes a report, id 2, count, AIM identifier, data, whether more follows. */
export function posReports(aim: string, text: string): readonly Uint8Array[] {
  const data = new TextEncoder().encode(text)
  const count = Math.max(1, Math.ceil(data.length / DATA_BYTES))
  return Array.from({ length: count }, (_, index) => {
    const part = data.subarray(index * DATA_BYTES, (index + 1) * DATA_BYTES)
    const report = new Uint8Array(64)
    report.set([0x02, part.length, ...new TextEncoder().encode(aim)])
    report.set(part, 5)
    report[63] = index < count - 1 ? 1 : 0
    return report
  })
}
