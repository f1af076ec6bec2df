import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, dialog, Menu, net, safeStorage, session } from 'electron'
import { prepareDataDirectory } from '../data-directory.ts'
import { OPTIONS_HELP, parseHostOptions } from '../host-options.ts'
import type { HostOptions } from '../host-options.ts'
import type { Composition, Host } from '../host.ts'
import { takeInstanceLock } from '../instance-lock.ts'
import type { InstanceLock } from '../instance-lock.ts'
import { startTrouble } from '../start-trouble.ts'
import { keepPausesSmall } from '../small-pauses.ts'
import { openChannel, pageOf } from './channel.ts'
import { createNetHttp, oneRequestAConnection } from './net-http.ts'
import { isPage, PAGE_ADDRESS, registerPageScheme, servePage } from './protocol.ts'
import { refusedSwitch } from './switches.ts'
import { createSystemVault } from './vault.ts'
import { followPage } from './page-life.ts'
import { confine, focusWindow, openWindow, refusePermissions } from './window.ts'

/** A station that cannot stop in this time is ended: what was beeped is on disk since the beep, ms. */
const STOP_LIMIT = 15_000

/** The folder of the built files: this one, its neighbours `preload` and `renderer`. */
const built = import.meta.dirname

keepPausesSmall()
registerPageScheme()
oneRequestAConnection(app)
// The app's path and Chromium's own switches are among the arguments, so what isn't ours is left alone.
const parsed = parseHostOptions(process.argv.slice(1), true)
const refused = app.isPackaged ? refusedSwitch(process.argv.slice(1), process.platform) : null
if (refused !== null) {
  process.stdout.write(`Verstak takes no “${refused}”.\n\n${OPTIONS_HELP}\n`)
  app.exit(2)
} else if (parsed.kind === 'wrong' || parsed.options.help) {
  process.stdout.write(`${parsed.kind === 'wrong' ? `${parsed.message}\n\n` : ''}${OPTIONS_HELP}\n`)
  app.exit(parsed.kind === 'wrong' ? 2 : 0)
} else {
  try {
    start({ ...parsed.options, dataDirectory: prepareDataDirectory(parsed.options.dataDirectory) })
  } catch (error) {
    // A disk that takes nothing: there is no lock to free, nor a window to say it in.
    refuseStart(error, parsed.options.dataDirectory)
  }
}

function start(options: HostOptions): void {
  // Chromium's files beside the station's, never among them.
  app.setPath('userData', join(options.dataDirectory, 'desktop'))
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  const taken = takeInstanceLock(options.dataDirectory, 'desktop')
  if (taken.kind === 'taken') {
    const pid = taken.holder?.pid ?? '?'
    dialog.showErrorBox(
      'Verstak',
      `«Верстак» уже работает с этими данными (процесс ${pid}).\nVerstak runs already over this data (process ${pid}).`
    )
    return app.exit(1)
  }
  run(options, taken.lock)
}

function run(options: HostOptions, lock: InstanceLock): void {
  const composing = composeStation(options)
  const station = composing.then(composition => composition.api)
  const closeChannel = openChannel({
    station,
    isPage,
    audience: () => BrowserWindow.getAllWindows().map(window => window.webContents)
  })

  let window: BrowserWindow | null = null
  const preload = join(built, '..', 'preload', 'preload.cjs')
  app.on('web-contents-created', (_, contents) => {
    confine(contents, isPage, preload)
    const page = pageOf(contents)
    followPage(contents, () => {
      // Whoever started the station reports that there is none.
      void station.then(
        api => api.left(page),
        () => undefined
      )
    })
  })
  app.on('second-instance', () => window && focusWindow(window))
  app.on('window-all-closed', () => app.quit())

  let stopping = false
  app.on('will-quit', event => {
    if (stopping) return
    // The station stops in its own order first; then the app ends for good.
    event.preventDefault()
    stopping = true
    setTimeout(() => app.exit(1), STOP_LIMIT)
    closeChannel()
    void stop(composing, lock).finally(() => app.exit(0))
  })

  void app.whenReady().then(() => {
    Menu.setApplicationMenu(null)
    refusePermissions(session.defaultSession)
    servePage(join(built, '..', 'renderer'))
    window = openWindow({
      preload,
      address: PAGE_ADDRESS,
      onBroken() {
        dialog.showErrorBox(
          'Verstak',
          'Страница ломается снова и снова. Всё, что отсканировано, записано. Программа закроется: запустите её ещё раз.\n\nThe page breaks again and again. Whatever was scanned is on disk. The program ends: start it again.'
        )
        app.quit()
      }
    })
  })
  composing.catch((error: unknown) => {
    refuseStart(error, options.dataDirectory)
    lock.release()
  })
}

/** Says why there is no station, and ends the program. */
function refuseStart(error: unknown, dataDirectory: string): void {
  const reason = error instanceof Error ? error.message : String(error)
  const { ru, en } = startTrouble(error, dataDirectory) ?? { ru: reason, en: reason }
  dialog.showErrorBox('Verstak', `Станция не запустилась. ${ru}\n\nThe station did not start. ${en}`)
  app.exit(1)
}

/** The station starts while Chromium does: its part of the program is loaded apart from the window's, after the app is ready. */
async function composeStation(options: HostOptions): Promise<Composition> {
  const [{ compose }] = await Promise.all([import('../compose.ts'), app.whenReady()])
  const host: Host = {
    dataDirectory: options.dataDirectory,
    vault: createSystemVault(join(options.dataDirectory, 'token.sealed'), safeStorage),
    marketplaceUrl: options.marketplaceUrl,
    http: createNetHttp({ net, session }),
    labelWorker: pathToFileURL(join(built, 'label-worker.js')),
    answerWorker: pathToFileURL(join(built, 'answer-worker.js')),
    backupWorker: pathToFileURL(join(built, 'backup-worker.js')),
    marketplaceWorker: pathToFileURL(join(built, 'marketplace-worker.js'))
  }
  return compose({ host, practice: options.practice, heap: options.heap })
}

async function stop(composing: Promise<Composition>, lock: InstanceLock): Promise<void> {
  const composition = await composing.catch(() => null)
  await composition?.close()
  lock.release()
}
