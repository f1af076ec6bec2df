import type { Bench } from '../../../../shared/domain/bench.ts'

const frozen = new WeakSet<object>()

/** Freezes everything that can be reached from a bench, maps and sets included: a rule that writes into it throws. */
export function freezeBench(bench: Bench): Bench {
  for (const order of bench.orders.all()) freeze(order)
  freeze(bench)
  return bench
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return
  frozen.add(value)
  if (value instanceof Map) {
    for (const [key, item] of value) {
      freeze(key)
      freeze(item)
    }
    forbid(value, ['set', 'delete', 'clear'])
  } else if (value instanceof Set) {
    for (const item of value) freeze(item)
    forbid(value, ['add', 'delete', 'clear'])
  } else {
    for (const item of Object.values(value)) freeze(item)
  }
  Object.freeze(value)
}

function forbid(value: object, methods: readonly string[]): void {
  for (const name of methods) {
    Object.defineProperty(value, name, {
      value: () => {
        throw new Error(`${name} on what a bench holds`)
      }
    })
  }
}
