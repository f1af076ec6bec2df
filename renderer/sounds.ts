import type { FaceKind, Feedback, Message } from '../shared/domain/messages.ts'

/** `cancelled`: stop, the order is dead; `extra`: one unit more than there are orders. */
export type OwnSound = 'cancelled' | 'extra'
export type Sound = FaceKind | OwnSound

/** One tone: pitch in Hz, start and length in seconds. */
interface Tone {
  readonly hz: number
  readonly from: number
  readonly length: number
  readonly shape: OscillatorType
}

/**
 * Told apart by the pitch's contour, not by loudness: click, rising two, low double buzz, two that fall and stay; a stair
 * down for a cancelled order, a buzz that rises for one too many.
 */
const CONTOURS: { readonly [K in Sound]: readonly Tone[] } = {
  waiting: [],
  goOn: [{ hz: 1400, from: 0, length: 0.035, shape: 'triangle' }],
  done: [
    { hz: 660, from: 0, length: 0.1, shape: 'sine' },
    { hz: 990, from: 0.11, length: 0.18, shape: 'sine' }
  ],
  refused: [
    { hz: 150, from: 0, length: 0.16, shape: 'square' },
    { hz: 150, from: 0.22, length: 0.24, shape: 'square' }
  ],
  ask: [
    { hz: 880, from: 0, length: 0.14, shape: 'triangle' },
    { hz: 587, from: 0.18, length: 0.22, shape: 'triangle' }
  ],
  cancelled: [
    { hz: 520, from: 0, length: 0.14, shape: 'square' },
    { hz: 350, from: 0.16, length: 0.14, shape: 'square' },
    { hz: 180, from: 0.32, length: 0.34, shape: 'square' }
  ],
  extra: [
    { hz: 150, from: 0, length: 0.16, shape: 'square' },
    { hz: 300, from: 0.18, length: 0.26, shape: 'square' }
  ]
}

export interface Sounds {
  /** `volume` 0..1. */
  play(sound: Sound, volume: number): void
  /** Says a text aloud where the platform can, once the sound that was played last is over; `language` as in `ru`. */
  speak(text: string, language: string, volume: number): void
}

const OWN: { readonly [code in Message['code']]?: OwnSound } = {
  orderCancelled: 'cancelled',
  ordersCancelled: 'cancelled',
  allCancelled: 'cancelled'
}

/** What a feedback sounds like: as its face, unless what it says has a sound of its own. */
export function soundOf({ face, message }: Feedback): Sound {
  if (face === 'done' || face === 'goOn') return face
  // Its own sticker was read, or it left without us: no unit is left over.
  const isExtra = message.code === 'alreadyPacked' && message.canReopen !== true && message.at !== null
  return isExtra ? 'extra' : (OWN[message.code] ?? face)
}

/** How long a sound lasts (ms). */
function soundMs(sound: Sound): number {
  return 1000 * Math.max(0, ...CONTOURS[sound].map(({ from, length }) => from + length))
}

/** The page's sounds; the browser lets them out after the first key or touch. */
export function createSounds(): Sounds {
  let context: AudioContext | null = null
  /** When the sound that was played last is over (ms of the page's monotonic clock). */
  let quietAt = 0
  let waiting = 0
  function hush(): void {
    clearTimeout(waiting)
    if ('speechSynthesis' in globalThis) speechSynthesis.cancel()
  }
  return {
    play(sound, volume) {
      const tones = CONTOURS[sound]
      // No voice over a sound: the sound tells more, and sooner.
      hush()
      if (tones.length === 0 || volume === 0) return
      context ??= new AudioContext({ latencyHint: 'interactive' })
      void context.resume()
      quietAt = performance.now() + soundMs(sound)
      for (const tone of tones) playTone(context, tone, volume)
    },
    speak(text, language, volume) {
      if (!('speechSynthesis' in globalThis)) return
      hush()
      waiting = window.setTimeout(
        () => {
          const utterance = new SpeechSynthesisUtterance(text)
          utterance.lang = language
          const voice = speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language))
          if (voice !== undefined) utterance.voice = voice
          utterance.volume = volume
          speechSynthesis.speak(utterance)
        },
        Math.max(0, quietAt - performance.now())
      )
    }
  }
}

function playTone(context: AudioContext, tone: Tone, volume: number): void {
  const start = context.currentTime + tone.from
  const gain = context.createGain()
  // A square wave carries more power than a sine of the same height.
  const peak = volume * (tone.shape === 'square' ? 0.35 : 0.8)
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(peak, start + 0.005)
  gain.gain.setValueAtTime(peak, start + tone.length - 0.015)
  gain.gain.linearRampToValueAtTime(0, start + tone.length)
  const oscillator = context.createOscillator()
  oscillator.type = tone.shape
  oscillator.frequency.value = tone.hz
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + tone.length)
}
