import { expect, test } from 'vitest'
import { createCalls } from '../../renderer/calls.ts'
import { createCardBook } from '../../renderer/card-book.ts'
import { scanAtPin } from '../../renderer/screens/lead/at-pin.ts'
import { createPageStore } from '../../renderer/store.ts'
import type { StationBridge } from '../../shared/contract/contract.ts'
import { badgeBarcode, commandBarcode } from '../../shared/domain/scanning/commands.ts'
import type { KeyStroke } from '../../shared/domain/scanning/wedge.ts'

/** A page, and what it told the station and let be heard. */
function newPage() {
  const asked: string[] = []
  const heard: string[] = []
  const station: StationBridge = {
    invoke: async name => {
      asked.push(name)
      return { ok: false, error: { kind: 'failed', message: '' } }
    },
    on: () => () => undefined
  }
  const store = createPageStore('')
  const calls = createCalls(station, store)
  const sounds = { play: (sound: string) => void heard.push(sound), speak: () => undefined }
  return { page: { store, calls, sounds, cards: createCardBook(calls) }, asked, heard }
}

/** Keys that a program types: without places. */
const keysOf = (text: string): readonly KeyStroke[] =>
  [...text].map(key => ({ code: '', key, shift: false, ctrl: false, alt: false, capsLock: false }))

test.each([badgeBarcode('7'), commandBarcode('no')])('%s at the field of a PIN is a scan', text => {
  const { page, asked, heard } = newPage()
  scanAtPin(page, keysOf(text))
  expect({ asked, heard, dropped: page.store.getState().pinScans }).toEqual({
    asked: ['scan.keys'],
    heard: [],
    dropped: 0
  })
})

test.each(['73915264', '4601234567893', '1234567-4815', '*ABCdef12'])(
  '%s goes nowhere from there, and is told',
  text => {
    const { page, asked, heard } = newPage()
    scanAtPin(page, keysOf(text))
    expect({ asked, heard, dropped: page.store.getState().pinScans }).toEqual({
      asked: [],
      heard: ['refused'],
      dropped: 1
    })
  }
)
