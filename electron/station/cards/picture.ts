import { createHash } from 'node:crypto'

/** What its first bytes say; null: none that a page draws. */
export function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\u0089PNG\r\n')) return 'image/png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null
}

/** A name that says nothing of where a picture is from, 32 hexadecimal digits. */
export function fingerprint(of: string | Uint8Array): string {
  return createHash('sha256').update(of).digest('hex').slice(0, 32)
}
