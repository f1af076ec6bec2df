import { execFile } from 'node:child_process'
import { z } from 'zod'
import { ROOT } from './repository.ts'

const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
  metadata: z.object({ dependencies: z.object({ total: z.number() }) })
})
const BAD: readonly string[] = ['high', 'critical']

interface Answer {
  /** 0: no hole of level high; 1: some; 2: nobody answered. */
  readonly code: 0 | 1 | 2
  readonly text: string
}

/** What npm, with `more` said to it, hears of known holes; told apart from a registry that does not answer that question. */
export async function askAudit(more: readonly string[] = []): Promise<Answer> {
  const args = ['audit', '--json', '--audit-level=high', ...more]
  const { stdout, stderr } = await npm(args)
  const report = reportSchema.safeParse(parse(stdout))
  if (!report.success) {
    const why = /npm (?:warn|error) audit (.*)/.exec(stderr)?.[1] ?? 'no answer'
    return {
      code: 2,
      text: `Not known: the registry does not tell what holes are known (${why}). Ask again elsewhere.`
    }
  }
  const { vulnerabilities, metadata } = report.data
  const found = Object.entries(vulnerabilities).filter(([, { severity }]) => BAD.includes(severity))
  if (found.length === 0)
    return { code: 0, text: `No hole of level high is known in ${metadata.dependencies.total} packages.` }
  return { code: 1, text: found.map(([name, { severity, range }]) => `${severity}: ${name} ${range}`).join('\n') }
}

/** Whatever its exit code: that says no more than the answer does. */
function npm(args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  // On Windows npm is a script of the shell's.
  const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' }
  return new Promise(resolve => {
    execFile('npm', [...args], options, (_, stdout, stderr) => resolve({ stdout, stderr }))
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
