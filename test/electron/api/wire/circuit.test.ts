import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterDeparture, afterRefusal, CLOSED, restOf, type Circuit } from '../../../../electron/api/wire/circuit.ts'
import type { WireIntent } from '../../../../electron/station/ports/ports.ts'
import { done, json, openFaulty } from '../faulty-server.ts'

/** Refusals with these codes, one a second. */
function refusals(...codes: readonly string[]): Circuit {
  return codes.reduce((circuit, code, place) => afterRefusal(circuit, code, place * 1000), CLOSED)
}

test('five equal refusals in a row open the circuit, others do not', () => {
  expect(restOf(refusals('A', 'A', 'A', 'A'), 3000)).toBe(0)
  expect(restOf(refusals('A', 'A', 'A', 'A', 'A'), 4000)).toBe(10_000)
  expect(restOf(refusals('A', 'A', 'A', 'A', 'B', 'A'), 5000)).toBe(0)
})

test('after its rest one trial leaves; refused again, the rest doubles, up to a minute', () => {
  let circuit = refusals('A', 'A', 'A', 'A', 'A')
  let now = 4000
  const rests: number[] = []
  for (let trial = 0; trial < 5; trial += 1) {
    now += restOf(circuit, now)
    circuit = afterDeparture(circuit, now)
    expect(restOf(circuit, now)).toBeGreaterThan(0)
    circuit = afterRefusal(circuit, 'A', now + 100)
    now += 100
    rests.push(restOf(circuit, now))
  }
  expect(rests).toEqual([20_000, 40_000, 60_000, 60_000, 60_000])
})

test('refusals of requests that left before it opened do not lengthen it', () => {
  const open = refusals('A', 'A', 'A', 'A', 'A')
  expect(restOf(afterRefusal(open, 'A', 4500), 4500)).toBe(9500)
})

test('whatever comes, a rest never exceeds a minute, and mixed refusals never open', () => {
  const step = fc.record({ code: fc.constantFrom('A', 'B'), afterMs: fc.integer({ min: 0, max: 90_000 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      let circuit = CLOSED
      let now = 0
      let row = 0
      let last = ''
      for (const { code, afterMs } of steps) {
        now += afterMs
        if (restOf(circuit, now) > 0) continue
        circuit = afterRefusal(afterDeparture(circuit, now), code, now)
        row = code === last ? row + 1 : 1
        last = code
        expect(restOf(circuit, now)).toBeLessThanOrEqual(60_000)
        expect(restOf(circuit, now) > 0).toBe(row >= 5)
      }
    })
  )
})

test('a method that is refused again and again rests; the others go on, and a success ends it', async () => {
  let refuses = true
  const { client, server, clock } = await openFaulty((...parts) => {
    const bad = refuses && parts[1].path.endsWith('/uin')
    const answer = bad ? json(409, { code: 'MetaKeyNotRequired', message: 'no' }) : done
    answer(...parts)
  })
  const set = (key: 'uin' | 'gtin') => {
    const intent: WireIntent = { kind: 'setMeta', orderId: 1, key, values: ['1'.repeat(key === 'uin' ? 16 : 13)] }
    return client.send(intent)
  }
  // Each refusal costs ten requests of 60 ms.
  const refused = async () => {
    await clock.advance(2000)
    return (await set('uin')).kind
  }
  for (let time = 0; time < 5; time += 1) expect(await refused()).toBe('refused')
  expect(await set('uin')).toMatchObject({ kind: 'retry', why: 'limited' })
  const sent = server.seen.length
  await clock.advance(2000)
  expect((await set('gtin')).kind).toBe('ok')
  expect(server.seen.length).toBe(sent + 1)
  refuses = false
  await clock.advance(10_000)
  expect([await set('uin'), await set('uin')].map(({ kind }) => kind)).toEqual(['ok', 'ok'])
})
