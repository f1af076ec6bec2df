import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeKeys } from '../../shared/domain/scanning/wedge.ts'
import { CAPS_LOCK, ENTER, GS_PRESSES, pressesFor, type Press } from './key-tables.ts'
import { plugWedgeKeyboard, type WedgeKeyboard } from './wedge-keyboard.ts'

const GS = '\u001d'
/** Every character that a marking code may have, capitals beside small letters. */
const MARKING = `0104600000000017215Qx!"%&'()*+,-./_:;=<>?Zz${GS}91EE10${GS}92${'aB3+/=dE'.repeat(11)}`

function read(keyboard: WedgeKeyboard, text: string, gs: Press): string {
  const keys = keyboard.type([...pressesFor(text, gs), ENTER])
  // What a layout makes of a place is of no account.
  return decodeKeys(keys.map(key => ({ ...key, key: '' })))
}

for (const [name, gs] of Object.entries(GS_PRESSES)) {
  void test(`a scanner that types is read to the letter by the kernel's own key numbers, GS as ${name}`, async () => {
    const keyboard = await plugWedgeKeyboard()
    assert.equal(read(keyboard, MARKING, gs), MARKING)
    assert.equal(read(keyboard, '4600000000017', gs), '4600000000017')
    keyboard.unplug()
  })
}

void test('CapsLock that somebody left on changes nothing', async () => {
  const keyboard = await plugWedgeKeyboard()
  const [down] = keyboard.type([CAPS_LOCK])
  assert.equal(down?.capsLock, true)
  assert.equal(read(keyboard, MARKING, GS_PRESSES.F8), MARKING)
  keyboard.unplug()
})

void test('every key of a US keyboard that types a character is known by its place', async () => {
  const keyboard = await plugWedgeKeyboard()
  const all = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCharCode(0x20 + index)).join('')
  assert.equal(read(keyboard, all, GS_PRESSES.F8), all)
  keyboard.unplug()
})

void test('unplugged in the middle of a scan and plugged in again it is read whole', async () => {
  const half = await plugWedgeKeyboard()
  assert.equal(half.type(pressesFor('0104600', GS_PRESSES.F8)).length, 7)
  half.unplug()
  const keyboard = await plugWedgeKeyboard()
  assert.equal(read(keyboard, MARKING, GS_PRESSES.F8), MARKING)
  keyboard.unplug()
})
