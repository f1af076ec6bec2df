import type { Log } from '../../electron/station/ports/ports.ts'

/** A log that says nothing. */
export const quietLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
