import { expect, test } from 'vitest'
import { refusedSwitch } from '../../../electron/desktop/switches.ts'

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '-remote-debugging-port=9222',
  '--inspect',
  '--inspect-brk=0.0.0.0:9229',
  '--js-flags=--expose-gc',
  '--load-extension=/tmp/x',
  '--disable-web-security',
  '--proxy-server=http://evil.example',
  '--host-resolver-rules=MAP * evil.example',
  '--ignore-certificate-errors',
  '--renderer-cmd-prefix=sh',
  '--user-data-dir=/tmp/x',
  ' --inspect',
  '--'
])('a packaged program takes no %s', argument => {
  expect(refusedSwitch(['--practice', argument], 'linux')).toBe(argument)
})

test('its own options, and those of how Chromium draws, are taken', () => {
  const own = ['--practice', '--heap=30,0,0', '--data', '/srv/verstak', '--help', '--port', '0', '--no-open']
  expect(
    refusedSwitch([...own, '--force-device-scale-factor=1.5', '--disable-gpu', '-psn_0_12345'], 'darwin')
  ).toBeNull()
})

test.each(['/remote-debugging-port=9222', '/load-extension=C:\\x', '/no-sandbox/../inspect', '/'])(
  'on Windows, where a slash begins a switch too, it takes no %s; elsewhere that is a path',
  argument => {
    expect(refusedSwitch(['--practice', argument], 'win32')).toBe(argument)
    expect(refusedSwitch(['--practice', argument], 'linux')).toBeNull()
  }
)

test('on Windows a folder goes with its drive or its server', () => {
  expect(refusedSwitch(['--data', 'D:\\verstak', '\\\\server\\verstak', '/practice'], 'win32')).toBeNull()
})
