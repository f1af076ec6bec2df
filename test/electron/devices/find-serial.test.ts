import { expect, test } from 'vitest'
import { choosePort } from '../../../electron/devices/scanners/find-serial.ts'

const left = { path: '/dev/ttyACM0', serialNumber: 'S1' }
const right = { path: '/dev/ttyACM1', serialNumber: 'S2' }

test('a scanner is found by its serial number on whatever port it is', () => {
  expect(choosePort(left, [left, right])).toBe('/dev/ttyACM0')
  expect(
    choosePort(left, [
      { ...right, path: '/dev/ttyACM0' },
      { ...left, path: '/dev/ttyACM1' }
    ])
  ).toBe('/dev/ttyACM1')
})

test("another device at a scanner's last port is left alone", () => {
  expect(choosePort(left, [{ ...right, path: '/dev/ttyACM0' }])).toBeNull()
  expect(choosePort(left, [{ path: '/dev/ttyACM0' }])).toBeNull()
})

test('of two scanners that share a serial number each keeps its port', () => {
  const twin = { ...left, path: '/dev/ttyACM1' }
  expect(choosePort(twin, [left, twin])).toBe('/dev/ttyACM1')
  expect(choosePort(left, [left, twin])).toBe('/dev/ttyACM0')
})

test('without a serial number, or on a machine that lists no ports, the last port is taken', () => {
  expect(choosePort({ path: 'COM5', serialNumber: null }, [{ path: 'COM5', serialNumber: 'S9' }])).toBe('COM5')
  expect(choosePort(left, [])).toBe('/dev/ttyACM0')
})
