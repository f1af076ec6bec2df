import { takeInstanceLock } from '../../electron/instance-lock.ts'

/* A start of the program, as far as its lock goes: takes it on word, says what came of it, and lives until it is killed. */

process.send?.('ready')
process.on('message', folder => process.send?.(takeInstanceLock(String(folder), 'browser').kind))
