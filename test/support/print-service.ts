import { execFile, spawn } from 'node:child_process'
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
  const daemon = spawn('/usr/sbin/cupsd', args, { stdio: 'ignore' })
  const ended = new Promise(resolve => daemon.once('close', resolve))
  const before = process.env['CUPS_SERVER']
  process.env['CUPS_SERVER'] = socket

  async function command(name: string, ...more: readonly string[]): Promise<string> {
    const path = existsSync(`/usr/sbin/${name}`) ? `/usr/sbin/${name}` : name
    return (await execute(path, more, { env: { ...process.env, LC_ALL: 'C' } })).stdout
  }

  await until('the print service', () => existsSync(socket))
  await until('the queue', () =>
    command('lpadmin', '-p', queue, '-E', '-v', `socket://127.0.0.1:${port}`, '-m', 'raw').then(
      () => true,
      () => false
    )
  )
  return {
    command,
    async close() {
      if (before === undefined) delete process.env['CUPS_SERVER']
      else process.env['CUPS_SERVER'] = before
      daemon.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    }
  }
}
