import { lookUp } from '../../i18n/say.ts'
import type { Phrase } from '../../i18n/phrase.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import type { DeviceView } from '../../../shared/view/view.ts'

/** How a device is: a mood with a sign, a word for the list, and the sentence with its remedy. */
export interface DeviceState {
  readonly mood: 'fine' | 'wait' | 'bad'
  readonly icon: IconName
  readonly word: string
  readonly phrase: Phrase
}

/** A printer's state in words; `undefined`: the station is about to open it. */
export function printerState({ devices, tables }: Texts, device: DeviceView | undefined): DeviceState {
  switch (device?.state) {
    case undefined:
    case 'connecting':
      return {
        mood: 'wait',
        icon: 'clock',
        word: devices.states.connecting,
        phrase: lookUp(tables.faults, 'connecting')
      }
    case 'absent':
      return { mood: 'bad', icon: 'offline', word: devices.states.absent, phrase: devices.absent }
    case 'fault': {
      const phrase = lookUp(tables.faults, device.fault ?? '')
      return { mood: 'bad', icon: 'cross', word: phrase.title, phrase }
    }
    case 'ready': {
      const [first, ...others] = (device.warnings ?? []).map(code => lookUp(tables.warnings, code))
      if (first === undefined) return { mood: 'fine', icon: 'tick', word: devices.states.ready, phrase: devices.ready }
      const words = [devices.states.ready, first.title]
      const title = capitalised([...words, ...others.map(one => one.title)].join(', '))
      return { mood: 'wait', icon: 'problems', word: words.join(', '), phrase: { ...first, title } }
    }
  }
}

/** A scanner's state in words. */
export function scannerState({ devices, words }: Texts, device: DeviceView | undefined): DeviceState {
  switch (device?.state) {
    case 'ready':
      return { mood: 'fine', icon: 'tick', word: words.status.ready, phrase: devices.scannerReady }
    case undefined:
    case 'connecting':
      return { mood: 'wait', icon: 'clock', word: words.status.connecting, phrase: devices.scannerConnecting }
    case 'absent':
    case 'fault': {
      const isLost = device.fault === 'lost'
      const phrase = isLost ? devices.scannerLostWhat : devices.scannerNotFoundWhat
      return { mood: 'bad', icon: 'cross', word: isLost ? devices.scannerLost : devices.scannerNotFound, phrase }
    }
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
