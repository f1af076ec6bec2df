import { constants, setPriority } from 'node:os'

/** The practice marketplace in a thread that takes as little as may be from the station beside it: the real one is elsewhere. */
// Elsewhere than under Linux a priority is the whole program's.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)
await import('../../electron/practice/marketplace-worker.ts')
