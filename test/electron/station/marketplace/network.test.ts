import { expect, test } from 'vitest'
import { Network, type NetworkState } from '../../../../electron/station/marketplace/network.ts'

function watched() {
  const network = new Network()
  const seen: NetworkState[] = []
  network.onChange(state => seen.push(state))
  return { network, seen }
}

test('a stranger on the way is named with his latest status, and forgotten with the first answer of the marketplace', () => {
  const { network, seen } = watched()
  network.failed({ kind: 'retry', why: 'stranger', status: 407, inMs: 0 })
  network.failed({ kind: 'unknown', why: 'stranger', status: 407 })
  network.failed({ kind: 'unknown', why: 'stranger', status: 502 })
  network.failed({ kind: 'retry', why: 'offline', inMs: 0 })
  network.failed({ kind: 'retry', why: 'stranger', status: 200, inMs: 0 })
  network.failed({ kind: 'refused', status: 409, code: 'StatusMismatch', message: '', culprits: [] })
  expect(seen).toEqual([
    { kind: 'stranger', status: 407 },
    { kind: 'stranger', status: 502 },
    { kind: 'offline' },
    { kind: 'stranger', status: 200 },
    { kind: 'online' }
  ])
})

test('what a person has to mend stays, whoever answers meanwhile; one method that is stopped stops nothing else', () => {
  const { network, seen } = watched()
  network.failed({ kind: 'blocked', why: 'baseToken', detail: '' })
  network.failed({ kind: 'blocked', why: 'pathGone', detail: '' })
  expect(seen).toEqual([])
  network.failed({ kind: 'blocked', why: 'tokenExpired', detail: '' })
  network.failed({ kind: 'retry', why: 'stranger', status: 403, inMs: 0 })
  network.failed({ kind: 'retry', why: 'offline', inMs: 0 })
  network.answered()
  expect(seen).toEqual([{ kind: 'blocked', why: 'tokenExpired' }])
})
