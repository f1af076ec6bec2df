import { BrowserWindow } from 'electron'
import type { Session, WebContents, WebPreferences } from 'electron'
import { BOARD_ADDRESS } from './protocol.ts'
import { createReloads } from './reloads.ts'

export interface WindowOptions {
  readonly preload: string
  readonly address: string
  /** The page breaks again and again: it is not loaded anew any more. */
  readonly onBroken: () => void
}

/** What a page of ours may: nothing but what the preload gives it. */
function preferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    // The first beep must not wait for a click.
    autoplayPolicy: 'no-user-gesture-required',
    // A station behind another window still beeps and shows the truth when it comes back.
    backgroundThrottling: false
  }
}

/** Opens the station's window, maximised; it is shown with its first picture. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: 'Verstak',
    backgroundColor: '#101418',
    autoHideMenuBar: true,
    webPreferences: preferences(options.preload)
  })
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  // The page holds a mirror only, so a broken one is simply loaded anew.
  const mayReload = createReloads(() => performance.now())
  window.webContents.on('render-process-gone', (_, details) => {
    if (details.reason === 'clean-exit') return
    if (mayReload()) window.webContents.reload()
    else options.onBroken()
  })
  void window.loadURL(options.address)
  return window
}

/** Brings the window before the packer's eyes. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Nothing but our page is ever loaded, opened or embedded: one more window of it at most shows the board, for a spare monitor. */
export function confine(contents: WebContents, isPage: (address: string) => boolean, preload: string): void {
  contents.setWindowOpenHandler(({ url }) =>
    url === BOARD_ADDRESS
      ? {
          action: 'allow',
          overrideBrowserWindowOptions: {
            title: 'Verstak',
            width: 1280,
            height: 720,
            backgroundColor: '#101418',
            autoHideMenuBar: true,
            webPreferences: preferences(preload)
          }
        }
      : { action: 'deny' }
  )
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('will-frame-navigate', event => {
    if (!isPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', event => {
    if (!isPage(event.url)) event.preventDefault()
  })
}

/** What the page made up itself has such an address. */
const OWN_FILE = 'blob:app://'

/** The page needs no camera, place, clipboard or device: every permission is refused, and every download but a table that it wrote itself. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    // Where it goes, the person is asked.
    if (!item.getURL().startsWith(OWN_FILE)) event.preventDefault()
  })
}
