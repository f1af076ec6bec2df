import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of this test alone, gone after it. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
