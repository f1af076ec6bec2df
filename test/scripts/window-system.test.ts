import { expect, test } from 'vitest'
import { whyNoWindow } from '../../scripts/window-system.ts'

const desk = { platform: 'linux', isRoot: false, environment: { DISPLAY: ':0' } } as const

test('a person at a display gets a window', () => {
  expect(whyNoWindow({ noSandbox: false }, desk)).toBeNull()
  expect(whyNoWindow({ noSandbox: false }, { ...desk, environment: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeNull()
})

test('a server has no display', () => {
  expect(whyNoWindow({ noSandbox: true }, { ...desk, environment: { DISPLAY: '' } })).toContain('no display')
})

test('root is told of the sandbox, and may give it up', () => {
  expect(whyNoWindow({ noSandbox: false }, { ...desk, isRoot: true })).toContain('--no-sandbox')
  expect(whyNoWindow({ noSandbox: true }, { ...desk, isRoot: true })).toBeNull()
})

test('Windows and macOS always have a display', () => {
  expect(whyNoWindow({ noSandbox: false }, { platform: 'win32', isRoot: false, environment: {} })).toBeNull()
})
