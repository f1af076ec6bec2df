import { join } from 'node:path'
import { pino, stdSerializers } from 'pino'
import type { Log } from '../station/ports/ports.ts'
import { openLogFile } from './log-file.ts'

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

/** The program's log in the data directory, redacted; nothing leaves the PC by itself. */
export function createLog(dataDirectory: string): { readonly log: Log; close(): void } {
  const file = openLogFile(join(dataDirectory, 'logs', 'verstak.log'))
  const log = pino(
    {
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      redact: { paths: SECRET_KEYS.flatMap(key => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
      serializers: { error: stdSerializers.err }
    },
    file
  )
  return { log, close: () => file.close() }
}
