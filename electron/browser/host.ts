import { join } from 'node:path'
import { prepareDataDirectory } from '../data-directory.ts'
import type { HostOptions } from '../host-options.ts'
import type { ComposeStation, Host } from '../host.ts'
import { takeInstanceLock } from '../instance-lock.ts'
import type { InstanceLock } from '../instance-lock.ts'
import { openBrowser } from './launch.ts'
import { askFirst } from './second-start.ts'
import { startServer } from './server.ts'
import type { StationServer } from './server.ts'
import { createMemoryVault } from './vault.ts'

/** Its marketplace lives in memory: what was packed in an earlier one is nowhere any more. */
const PRACTICE_ANEW =
  'Practice begins anew, with new orders; nothing is left of an earlier one. Close the page that still shows it.'

export interface BrowserHostParts {
  /** Loaded only when this start turns out to be the first. */
  readonly loadCompose: () => Promise<ComposeStation>
  /** One plain line for the person who started the program. */
  readonly say: (line: string) => void
  /** Folder with the built page (`renderer`) and bridge (`preload`). */
  readonly built: string
}

/** How long a start waits for the station that holds its data to answer or to end (ms). */
const PATIENCE_MS = 10_000

/** A station that runs, or the exit code of a start that had nothing to run. */
export type BrowserHost =
  | { readonly kind: 'running'; readonly server: StationServer; close(): Promise<void> }
  | { readonly kind: 'ended'; readonly code: number }

/** Starts the station with its page on the loopback, or sends the person to the one that runs already. */
export async function startBrowserHost(
  options: HostOptions,
  parts: BrowserHostParts,
  deadline = performance.now() + PATIENCE_MS
): Promise<BrowserHost> {
  const dataDirectory = prepareDataDirectory(options.dataDirectory)
  const taken = takeInstanceLock(dataDirectory, 'browser')
  if (taken.kind === 'held') return startFirst({ ...options, dataDirectory }, parts, taken.lock)
  const second = await askFirst(dataDirectory, deadline)
  switch (second.kind) {
    case 'gone':
      return startBrowserHost(options, parts, deadline)
    case 'address':
      parts.say('Verstak runs already; here is a new address of its page.')
      await present(second.mintAddress, { ...options, dataDirectory }, parts.say)
      return { kind: 'ended', code: 0 }
    case 'desktop':
      parts.say(`Verstak runs already as a desktop program (process ${second.pid}) with the data in ${dataDirectory}.`)
      return { kind: 'ended', code: 1 }
    case 'silent':
      parts.say(
        `${second.pid === null ? 'Another program' : `Process ${second.pid}`} holds the data in ${dataDirectory} and doesn't answer. End it and start again.`
      )
      return { kind: 'ended', code: 1 }
  }
}

async function startFirst(options: HostOptions, parts: BrowserHostParts, lock: InstanceLock): Promise<BrowserHost> {
  const undo: (() => Promise<void> | void)[] = [() => lock.release()]
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const compose = await parts.loadCompose()
    const composition = await compose({
      host: hostOf(options),
      practice: options.practice,
      heap: options.heap
    })
    undo.push(() => composition.close())
    const server = await startServer({
      api: composition.api,
      pageRoot: join(parts.built, 'renderer'),
      bridgeScript: join(parts.built, 'preload', 'station.cjs'),
      port: options.port
    })
    undo.push(() => server.close())
    lock.announce({ port: server.port, secret: server.controlSecret })
    if (options.practice) parts.say(PRACTICE_ANEW)
    await present(async () => server.mintAddress(), options, parts.say)
    return { kind: 'running', server, close }
  } catch (error) {
    await close()
    throw error
  }
}

const WHY_NOT_OPENED = {
  noDisplay: 'There is no display here',
  noBrowser: 'No Chromium-family browser was found',
  noFile: 'The data folder takes no file'
} as const

/** The printed address and the opened one differ: the printed one is still good after the other was used. */
async function present(
  mintAddress: () => Promise<string>,
  options: HostOptions,
  say: (line: string) => void
): Promise<void> {
  say(`Verstak: ${await mintAddress()}`)
  say('The address works once, within ten minutes, on this PC only. Starting Verstak again gives another.')
  if (!options.open) return
  const result = await openBrowser(await mintAddress(), options.dataDirectory)
  if (result.kind === 'opened') return
  say(`${WHY_NOT_OPENED[result.why]}: open the address yourself.`)
}

function hostOf({ dataDirectory, marketplaceUrl }: HostOptions): Host {
  return {
    dataDirectory,
    vault: createMemoryVault(),
    marketplaceUrl,
    labelWorker: new URL('../labels/label-worker.ts', import.meta.url),
    answerWorker: new URL('../api/answers/answer-worker.ts', import.meta.url),
    backupWorker: new URL('../store/backup-worker.ts', import.meta.url),
    marketplaceWorker: new URL('../practice/marketplace-worker.ts', import.meta.url)
  }
}
