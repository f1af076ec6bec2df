import type { Clock } from '../../../electron/station/ports/ports.ts'

/** Where a station can be killed: at its timers, before and after a commit, a request or its answer, and at the printer's wire. */
export const STEPS = ['timer', 'commit', 'committed', 'send', 'arrived', 'answered', 'print', 'scan'] as const
export type StepKind = (typeof STEPS)[number]

/** What a station hangs on as long as it lives: once it is cut, nothing that it does reaches the world, and nothing of the world it. */
export interface LifeLine {
  readonly isCut: boolean
  /** One step of this kind is being taken: the planned end may fall on it. */
  step(kind: StepKind): void
  /** Dies at the step of this kind that comes after `more` others. */
  plan(kind: StepKind, more: number): void
  cut(): void
}

/** `onCut` runs in the very step that the life ends with. */
export function createLifeLine(onCut: () => void): LifeLine {
  let isCut = false
  let planned: { readonly kind: StepKind; more: number } | null = null
  function cut(): void {
    if (isCut) return
    isCut = true
    onCut()
  }
  return {
    get isCut() {
      return isCut
    },
    step(kind) {
      if (planned?.kind !== kind) return
      planned.more -= 1
      if (planned.more < 0) cut()
    },
    plan(kind, more) {
      planned = { kind, more }
    },
    cut
  }
}

/** The world's clock as long as the life lasts. */
export function clockOf(clock: Clock, life: LifeLine): Clock {
  return {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    after(ms, job) {
      if (life.isCut) return () => undefined
      return clock.after(ms, () => {
        life.step('timer')
        if (!life.isCut) job()
      })
    }
  }
}
