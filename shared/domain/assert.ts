/** Makes a switch over a `kind` union exhaustive: a forgotten case fails to compile, an impossible one throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
