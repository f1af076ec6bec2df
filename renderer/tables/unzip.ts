/** Together the files of an archive take so much at most when unpacked (bytes): a small archive may hold very much. */
const UNPACKED_MAX = 256 * 1024 * 1024

const END = 0x0605_4b50
const CENTRAL = 0x0201_4b50
/** An archive's end is this long, with a comment behind it (APPNOTE 4.3.16). */
const END_BYTES = 22
const COMMENT_MAX = 0xffff

/** The files of a ZIP archive by name, unpacked when asked for; throws for what is no such archive. */
export function unzip(archive: Uint8Array<ArrayBuffer>): Map<string, () => Promise<Uint8Array>> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - END_BYTES
  const from = Math.max(0, end - COMMENT_MAX)
  while (end >= from && view.getUint32(end, true) !== END) end -= 1
  if (end < from) throw new Error('no archive')
  const files = new Map<string, () => Promise<Uint8Array>>()
  const room = { left: UNPACKED_MAX }
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('a broken archive')
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const [nameBytes, more, comment] = [28, 30, 32].map(place => view.getUint16(at + place, true)) as [
      number,
      number,
      number
    ]
    const start = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameBytes))
    files.set(name, () => {
      // The file's own header may be longer than its line in the directory.
      const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      return unpack(archive.subarray(data, data + packed), method, room)
    })
    at += 46 + nameBytes + more + comment
  }
  return files
}

async function unpack(packed: Uint8Array<ArrayBuffer>, method: number, room: { left: number }): Promise<Uint8Array> {
  if (method === 0) return packed
  if (method !== 8) throw new Error('packed in another way')
  const parts: Uint8Array<ArrayBuffer>[] = []
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer())
    room.left -= value.length
    if (room.left < 0) {
      await reader.cancel()
      throw new Error('too much in it')
    }
    parts.push(value)
  }
}
