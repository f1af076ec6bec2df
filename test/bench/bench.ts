import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runDecisionBench } from './decisions.ts'
import { measureNoise } from './noise.ts'
import { table } from './table.ts'

/** `npm run bench`: how long a packer waits for an answer, beside what this machine itself makes of time and disk. */
const folder = mkdtempSync(join(tmpdir(), 'verstak-bench-'))
try {
  console.log(table('The machine’s own noise (ms)', await measureNoise(folder)))
  const { rows, remarks } = await runDecisionBench(folder)
  console.log(
    table('A decision with 10,000 open orders: last byte of the scan → view sent, commit included (ms)', rows)
  )
  for (const remark of remarks) console.log(remark)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
