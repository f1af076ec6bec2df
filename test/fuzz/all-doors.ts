import type { Opening } from './door.ts'
import { openClient } from './doors/client.ts'
import { openContract, openSocket } from './doors/contract.ts'
import { openDatabases } from './doors/database.ts'
import { openHeads, openNotes, openOptions, openPaths, openTokens } from './doors/files.ts'
import { openFrames, openReports } from './doors/frames.ts'
import { openLabels } from './doors/labels.ts'
import { openPrintRecords, openStatusLines } from './doors/printers.ts'
import { openReplies } from './doors/replies.ts'
import { openRows } from './doors/rows.ts'
import { openScans } from './doors/scans.ts'
import { openStation } from './doors/station.ts'
import { openTables } from './doors/tables.ts'

/** Every way in for what somebody else has written. */
export const DOORS: readonly Opening[] = [
  openScans,
  openFrames,
  openReports,
  openContract,
  openSocket,
  openReplies,
  openClient,
  openLabels,
  openStatusLines,
  openPrintRecords,
  openRows,
  openNotes,
  openTokens,
  openTables,
  openHeads,
  openPaths,
  openOptions,
  openDatabases,
  openStation
]
