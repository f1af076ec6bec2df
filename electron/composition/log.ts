import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino, stdSerializers } from 'pino'
import type { Log } from '../station/ports/ports.ts'

/** A log grows to this size (bytes), then becomes `verstak.1.log`; one older file is kept. */
const ROTATE_AT = 5_000_000

/** Facts that must never be written, wherever they stand in a log line. */
const SECRET_KEYS = [
  'token',
  'authorization',
  'Authorization',
  'cookie',
  'secret',
  'phone',
  'address',
  'fullName',
  'name'
]

/** The program's log in the data directory, redacted; nothing leaves the PC by itself. `close` flushes it. */
export function createLog(dataDirectory: string): { readonly log: Log; close(): void } {
  const folder = join(dataDirectory, 'logs')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'verstak.log')
  if (existsSync(file) && statSync(file).size > ROTATE_AT) renameSync(file, join(folder, 'verstak.1.log'))
  const sink = destination({ dest: file, sync: true, mode: 0o600 })
  const log = pino(
    {
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      redact: { paths: SECRET_KEYS.flatMap(key => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
      serializers: { error: stdSerializers.err }
    },
    sink
  )
  return {
    log,
    close() {
      // A request that is cut at the very end still has something to say, and a closed file throws.
      log.level = 'silent'
      sink.flushSync()
      sink.end()
    }
  }
}
