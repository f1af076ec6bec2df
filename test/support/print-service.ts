import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { until } from './until.ts'

const execute = promisify(execFile)

/** The system's print service, one of our own: its files in a folder, its socket the only way in. */
export interface PrintService {
  /** Runs one of its commands (`lpadmin`, `cupsdisable`, `lpstat` …); what it printed. */
  command(name: string, ...args: readonly string[]): Promise<string>
  /** Ends it with its queues and jobs on disk, as a restart of the PC does. */
  stop(): Promise<void>
  /** After `stop`. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Starts CUPS with one raw queue to a printer on a port of this machine, and points this process's `lp` at it; needs `cups`. */
export async function startPrintService(queue: string, port: number): Promise<PrintService> {
  const folder = await mkdtemp(join(tmpdir(), 'verstak-cups-'))
  await chmod(folder, 0o755)
  const socket = join(folder, 'socket')
  const at = (name: string): string => join(folder, name)
  for (const name of ['etc/ppd', 'spool/tmp', 'cache/rss', 'state/certs', 'log'])
    await mkdir(at(name), { recursive: true })
  await writeFile(
    at('etc/cups-files.conf'),
    `ServerRoot ${at('etc')}\nRequestRoot ${at('spool')}\nTempDir ${at('spool/tmp')}\nCacheDir ${at('cache')}
StateDir ${at('state')}\nAccessLog ${at('log/access')}\nErrorLog ${at('log/error')}\nPageLog ${at('log/page')}\n`
  )
  const open = 'Order allow,deny\nAllow all\n'
  await writeFile(
    at('etc/cupsd.conf'),
    `Listen ${socket}\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n<Location />\n${open}</Location>
<Policy default>\n<Limit All>\n${open}</Limit>\n</Policy>\n`
  )
  const args = ['-f', '-c', at('etc/cupsd.conf'), '-s', at('etc/cups-files.conf')]
  let daemon: ChildProcess | null = null
  const before = process.env['CUPS_SERVER']
  process.env['CUPS_SERVER'] = socket

  async function start(): Promise<void> {
    daemon = spawn('/usr/sbin/cupsd', args, { stdio: 'ignore' })
    await until('the print service', () =>
      command('lpstat', '-r').then(
        said => said.includes('is running'),
        () => false
      )
    )
  }

  async function stop(): Promise<void> {
    const ending = daemon
    daemon = null
    if (ending === null || ending.exitCode !== null) return
    const ended = new Promise(resolve => ending.once('close', resolve))
    ending.kill()
    await ended
  }

  async function command(name: string, ...more: readonly string[]): Promise<string> {
    const path = existsSync(`/usr/sbin/${name}`) ? `/usr/sbin/${name}` : name
    return (await execute(path, more, { env: { ...process.env, LC_ALL: 'C' } })).stdout
  }

  await start()
  await until('the queue', () =>
    command('lpadmin', '-p', queue, '-E', '-v', `socket://127.0.0.1:${port}`, '-m', 'raw').then(
      () => true,
      () => false
    )
  )
  return {
    command,
    stop,
    start,
    async close() {
      if (before === undefined) delete process.env['CUPS_SERVER']
      else process.env['CUPS_SERVER'] = before
      await stop()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
