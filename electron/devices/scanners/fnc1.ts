import { isGs1Text } from '../../../shared/domain/codes/gs1.ts'

const GS = 0x1d

/**
 * A frame with GS wherever the scanner wrote another byte, or several, for FNC1 (0xE8, 0xF1, è in UTF-8, RS, NUL …). GS1 elements
 * are printable ASCII, so nothing else can be meant. A frame that knows GS, and one that is no GS1 elements then, stays as it came.
 */
export function restoreFnc1(frame: Uint8Array): Uint8Array {
  if (frame.subarray(1).includes(GS)) return frame
  const restored: number[] = []
  let inRun = false
  for (const byte of frame) {
    const isText = byte >= 0x20 && byte < 0x7f
    if (isText) restored.push(byte)
    else if (!inRun) restored.push(GS)
    inRun = !isText
  }
  const text = String.fromCharCode(...restored)
  return isGs1Text(text) ? Uint8Array.from(restored) : frame
}
