import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGathered } from '../../../../electron/api/wire/gathered.ts'

test('bytes come out as they went in, whatever their pieces, and lie in memory of their own', () => {
  const sizes = fc.array(fc.oneof(fc.nat(200), fc.nat(70_000)), { maxLength: 20 })
  fc.assert(
    fc.property(sizes, lengths => {
      const gathered = createGathered()
      // As a socket gives them: parts of memory that is used again.
      const shared = Buffer.alloc(Math.max(0, ...lengths))
      const whole: Buffer[] = []
      for (const [place, length] of lengths.entries()) {
        shared.fill(place + 1)
        whole.push(Buffer.alloc(length, place + 1))
        gathered.add(shared.subarray(0, length))
      }
      const chunks = gathered.chunks()
      expect(Buffer.concat(chunks).equals(Buffer.concat(whole))).toBe(true)
      for (const chunk of chunks) expect(structuredClone(chunk, { transfer: [chunk.buffer] }).length).toBeGreaterThan(0)
    }),
    { numRuns: 50 }
  )
})
