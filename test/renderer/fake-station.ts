import type { CallResult, Events, EventName, Input, MethodName, StationBridge } from '../../shared/contract/contract.ts'
import type { View } from '../../shared/view/view.ts'
import { fakeAnswer } from './fake-answers.ts'
import { baseView } from './base-view.ts'
import { SCENES } from './scenes.ts'
import { troubleOfScene } from './trouble-scenes.ts'

type Call = { readonly name: MethodName; readonly input: unknown }

/** A station that shows one scene, remembers every call, and can be told to say more. */
export interface FakeStation extends StationBridge {
  readonly calls: readonly Call[]
  /** Shows a changed view under the next revision. */
  show(change: (view: View) => View): void
  /** Says that lists about these changed. */
  announce(topics: Events['lists']['topics']): void
}

/** Makes a station of the scene; its settings come from `settings`. */
export function createFakeStation(scene: string, settings: Partial<View['settings']>): FakeStation {
  const now = Date.now()
  const base = baseView(now)
  const make = SCENES[scene] ?? (view => view)
  let view = make({ ...base, settings: { ...base.settings, ...settings } }, now)
  const calls: Call[] = []
  const listeners = new Set<(view: View) => void>()
  const onLists = new Set<(lists: Events['lists']) => void>()
  function show(change: (view: View) => View): void {
    view = { ...change(view), revision: view.revision + 1 }
    for (const listener of listeners) listener(view)
  }
  return {
    calls,
    show,
    announce(topics) {
      view = { ...view, revision: view.revision + 1 }
      for (const listener of onLists) listener({ revision: view.revision, topics })
    },
    async invoke<N extends MethodName>(name: N, input: Input<N>): Promise<CallResult<N>> {
      calls.push({ name, input })
      if (name === 'settings.set') {
        show(old => ({ ...old, settings: { ...old.settings, ...(input as Partial<View['settings']>) } }))
      }
      const value = name === 'view.get' ? view : fakeAnswer(name, input, now, drawLabel, troubleOfScene(scene, now))
      return { ok: true, value } as CallResult<N>
    },
    on<E extends EventName>(name: E, listener: (payload: Events[E]) => void) {
      if (name === 'lists') {
        const listen = listener as (lists: Events['lists']) => void
        onLists.add(listen)
        return () => onLists.delete(listen)
      }
      // Nobody scans in a scene.
      if (name === 'deskScan') return () => undefined
      const listen = listener as (view: View) => void
      listeners.add(listen)
      return () => listeners.delete(listen)
    }
  }
}

/** Something like a sticker of 58 × 40 mm at 203 dpi. */
function drawLabel(): string {
  const canvas = document.createElement('canvas')
  canvas.width = 464
  canvas.height = 320
  const pen = canvas.getContext('2d')
  if (pen === null) return ''
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 464, 320)
  pen.fillStyle = '#000'
  for (let y = 0; y < 29; y += 1) {
    for (let x = 0; x < 29; x += 1) if ((x * 7 + y * 13 + x * y) % 3 === 0) pen.fillRect(24 + x * 7, 50 + y * 7, 7, 7)
  }
  pen.font = '36px sans-serif'
  pen.fillText('231648', 270, 120)
  pen.font = 'bold 70px sans-serif'
  pen.fillText('4589', 255, 210)
  pen.font = '22px sans-serif'
  pen.fillText('Verstak', 30, 300)
  return canvas.toDataURL('image/png').replace('data:image/png;base64,', '')
}
