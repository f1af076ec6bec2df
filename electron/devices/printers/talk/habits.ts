/** Unanswered questions of a kind after which a printer that answers others is not asked it again. */
const MISSES = 2
/** The same for a question that it did answer once: until then it is slow, after that it is another printer. */
const MISSES_OF_ANSWERER = 8
/** Every so many times it is asked all the same. */
const ASK_AGAIN = 50

/** Whether a printer answers a kind of question at all, by what it did so far. */
export interface Habit {
  learn(answered: boolean): void
  /** Another link: it may have learnt to answer, or be another printer. */
  start(): void
  shouldAsk(): boolean
  isNever(): boolean
  hasAnswered(): boolean
}

/** What is known of one printer, over all of its links. */
export interface Habits {
  readonly status: Habit
  readonly errors: Habit
  readonly count: Habit
}

export function createHabits(): Habits {
  return { status: createHabit(), errors: createHabit(), count: createHabit() }
}

function createHabit(): Habit {
  let misses = 0
  let hasAnswered = false
  let passed = 0
  const isNever = (): boolean => misses >= (hasAnswered ? MISSES_OF_ANSWERER : MISSES)
  return {
    learn(answered) {
      hasAnswered ||= answered
      misses = answered ? 0 : misses + 1
    },
    start() {
      if (!isNever()) return
      hasAnswered = false
      misses = 0
    },
    shouldAsk() {
      if (!isNever()) return true
      passed += 1
      return passed % ASK_AGAIN === 0
    },
    isNever,
    hasAnswered: () => hasAnswered
  }
}
