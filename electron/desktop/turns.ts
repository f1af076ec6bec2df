/** A few may be at work at once; the others wait in a row. */
export interface Turns {
  /** True when it is one's turn, false when there will be none. Each true is given back. */
  take(): Promise<boolean>
  give(): void
  /** Nobody's turn comes any more. */
  end(): void
  /** Settles, and ends the turns, once nobody is at work or waits. */
  idle(): Promise<void>
}

export function createTurns(most: number): Turns {
  let free = most
  let over = false
  const waiting: ((mine: boolean) => void)[] = []
  const idle: (() => void)[] = []

  function settle(): void {
    if (idle.length === 0 || free < most || waiting.length > 0) return
    over = true
    for (const resolve of idle.splice(0)) resolve()
  }
  return {
    take: async () => {
      if (over) return false
      if (free === 0) return new Promise(resolve => waiting.push(resolve))
      free -= 1
      return true
    },
    give: () => {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next(true)
      settle()
    },
    end: () => {
      over = true
      for (const refuse of waiting.splice(0)) refuse(false)
    },
    idle: () =>
      new Promise(resolve => {
        idle.push(resolve)
        settle()
      })
  }
}
