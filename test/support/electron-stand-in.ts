import { EventEmitter } from 'node:events'
import { compileFunction } from 'node:vm'
import type {
  App,
  BrowserWindowConstructorOptions,
  ContextBridge,
  CommandLine,
  Dialog,
  IpcMain,
  IpcRenderer,
  Net,
  Protocol
} from 'electron'
import type { IpcMainInvokeEvent, Menu, SafeStorage, Session, WebContents, WebFrameMain } from 'electron'
import type { WindowOpenHandlerResponse } from 'electron'

/** Any listener or handler, whatever it is given. */
type Listener = (...args: never[]) => unknown
type On = (event: string, listener: Listener) => never

/** What the test sees of a window that the program opened. */
export interface StandInWindow {
  readonly options: BrowserWindowConstructorOptions
  readonly shown: readonly string[]
  readonly contents: EventEmitter
  /** The address it was told to load. */
  address(): string | null
  openHandler(): ((url: string) => WindowOpenHandlerResponse) | null
  /** Calls of `webContents.send`, as they happen. */
  onSend(listener: (channel: string, ...args: readonly unknown[]) => void): void
  finishLoading(): void
}

/** The test's end of the stand-in: what the program did, and what Electron would tell it. */
export interface StandIn {
  /** The module `electron` as the main process imports it. */
  readonly modules: Readonly<Record<string, unknown>>
  readonly windows: readonly StandInWindow[]
  readonly appEvents: EventEmitter
  readonly paths: Readonly<Record<string, string>>
  readonly errors: readonly string[]
  /** Chromium's switches that the program has set. */
  readonly switches: readonly string[]
  readonly schemes: Parameters<Protocol['registerSchemesAsPrivileged']>[0]
  /** What the program answers to every question for a permission. */
  readonly permissions: () => readonly unknown[]
  /** Chromium's start is over. */
  becomeReady(): void
  fetch(address: string): Promise<GlobalResponse>
  /** A page's `ipcRenderer.invoke`, from a frame with this address; `parent`: the frame is embedded in another. */
  invoke(from: string, channel: string, args: readonly unknown[], parent?: boolean): Promise<unknown>
  /** The code of the exit that the program made. */
  readonly exited: Promise<number>
}

/**
 * Electron's main process without Electron: only the calls that the desktop host makes, each held to Electron's own types.
 * Everything that crosses between processes is cloned as there, so what can't be cloned fails here too.
 */
export function createStandIn(): StandIn {
  const appEvents = new EventEmitter()
  const ready = Promise.withResolvers<void>()
  const exited = Promise.withResolvers<number>()
  const windows: StandInWindow[] = []
  const paths: Record<string, string> = {}
  const errors: string[] = []
  const switches: string[] = []
  const handlers = new Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown>()
  const schemes: StandIn['schemes'] = []
  let serve: ((request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>) | null = null
  let requestHandler: Parameters<Session['setPermissionRequestHandler']>[0] = null
  let checkHandler: Parameters<Session['setPermissionCheckHandler']>[0] = null
  let deviceHandler: Parameters<Session['setDevicePermissionHandler']>[0] = null

  const app = {
    isPackaged: false,
    on: on(appEvents),
    whenReady: () => ready.promise,
    requestSingleInstanceLock: () => true,
    setPath: (name, path) => void (paths[name] = path),
    commandLine: { appendSwitch: name => void switches.push(name) } satisfies Pick<
      CommandLine,
      'appendSwitch'
    > as CommandLine,
    exit: code => exited.resolve(code ?? 0),
    quit() {
      let prevented = false
      appEvents.emit('will-quit', { preventDefault: () => (prevented = true) })
      if (!prevented) exited.resolve(0)
    }
  } satisfies Pick<
    App,
    'isPackaged' | 'on' | 'whenReady' | 'requestSingleInstanceLock' | 'setPath' | 'commandLine' | 'exit' | 'quit'
  >

  const ipcMain = {
    handle: (channel, handler) => void handlers.set(channel, handler),
    removeHandler: channel => void handlers.delete(channel)
  } satisfies Pick<IpcMain, 'handle' | 'removeHandler'>

  const protocol = {
    registerSchemesAsPrivileged: given => void schemes.push(...given),
    handle: (_, handler) => void (serve = handler)
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>

  const defaultSession = {
    on: on(new EventEmitter()),
    setPermissionRequestHandler: handler => void (requestHandler = handler),
    setPermissionCheckHandler: handler => void (checkHandler = handler),
    setDevicePermissionHandler: handler => void (deviceHandler = handler)
  } satisfies Pick<
    Session,
    'on' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >

  // Practice asks the network for nothing by Electron's means.
  const net = {
    request: () => {
      throw new Error('nothing is to be asked here')
    }
  } satisfies Pick<Net, 'request'>

  // A keyring whose key is the word "sealed".
  const safeStorage = {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async text => Buffer.from(`sealed ${text}`),
    decryptStringAsync: async sealed => ({ result: sealed.toString().slice(7), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => 'gnome_libsecret'
  } satisfies Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >

  const dialog = { showErrorBox: (title, content) => void errors.push(`${title}: ${content}`) } satisfies Pick<
    Dialog,
    'showErrorBox'
  >
  const menu = { setApplicationMenu: () => undefined } satisfies Pick<typeof Menu, 'setApplicationMenu'>
  const BrowserWindow = browserWindowClass(windows, appEvents)

  return {
    modules: {
      app,
      BrowserWindow,
      dialog,
      ipcMain,
      Menu: menu,
      net,
      protocol,
      safeStorage,
      session: { defaultSession }
    },
    windows,
    appEvents,
    paths,
    errors,
    switches,
    schemes,
    permissions() {
      const decided: unknown[] = []
      requestHandler?.({} as WebContents, 'media', decision => decided.push(decision), {} as never)
      return [...decided, checkHandler?.(null, 'usb', '', {} as never), deviceHandler?.({} as never)]
    },
    becomeReady: () => ready.resolve(),
    async fetch(address) {
      if (!serve) throw new Error('no scheme is served')
      return serve(new Request(address))
    },
    async invoke(from, channel, args, parent = false) {
      const handler = handlers.get(channel)
      if (!handler) throw new Error(`nothing handles ${channel}`)
      const frame = { url: from, parent: parent ? ({} as WebFrameMain) : null } satisfies Partial<WebFrameMain>
      const sender = { id: 1 } satisfies Partial<WebContents> as WebContents
      const event = { sender, senderFrame: frame as WebFrameMain } satisfies Partial<IpcMainInvokeEvent>
      return structuredClone(await handler(event as IpcMainInvokeEvent, ...structuredClone([...args])))
    },
    exited: exited.promise
  }
}

/** The class that the program makes windows with; they show what they are told and remember it. */
function browserWindowClass(windows: StandInWindow[], appEvents: EventEmitter) {
  const all: { readonly webContents: object }[] = []
  return class BrowserWindow {
    static getAllWindows(): readonly object[] {
      return all
    }
    readonly #events = new EventEmitter()
    readonly #shown: string[] = []
    #address: string | null = null
    readonly webContents: object
    readonly once: On = on(this.#events)
    readonly maximize = (): void => void this.#shown.push('maximize')
    readonly show = (): void => void this.#shown.push('show')
    readonly focus = (): void => void this.#shown.push('focus')
    readonly isMinimized = (): boolean => false
    readonly restore = (): void => undefined
    readonly loadURL = async (address: string): Promise<void> => void (this.#address = address)

    constructor(options: BrowserWindowConstructorOptions) {
      const contents = new EventEmitter()
      const sending = new EventEmitter()
      let openHandler: ((url: string) => WindowOpenHandlerResponse) | null = null
      this.webContents = {
        id: windows.length + 1,
        on: on(contents),
        reload: () => undefined,
        send: (channel, ...args) => void sending.emit('send', channel, ...structuredClone(args)),
        setWindowOpenHandler: handler => void (openHandler = url => handler({ url } as never))
      } satisfies Pick<WebContents, 'id' | 'on' | 'reload' | 'send' | 'setWindowOpenHandler'>
      all.push(this)
      windows.push({
        options,
        shown: this.#shown,
        contents,
        address: () => this.#address,
        openHandler: () => openHandler,
        onSend: listener => void sending.on('send', listener),
        finishLoading: () => void this.#events.emit('ready-to-show')
      })
      appEvents.emit('web-contents-created', {}, this.webContents)
    }
  }
}

/** What the preload gave to the page, by name. */
export type Exposed = Readonly<Record<string, Readonly<Record<string, (...args: unknown[]) => unknown>>>>

/** Runs a preload's text as the sandbox does: it can require `electron` and nothing else. */
export function runPreload(text: string, standIn: StandIn, window: StandInWindow, pageAddress: () => string): Exposed {
  const exposed: Record<string, Exposed[string]> = {}
  const incoming = new EventEmitter()
  window.onSend((channel, ...args) => incoming.emit(channel, {}, ...args))
  const contextBridge = {
    exposeInMainWorld: (name: string, api: Exposed[string]) => void (exposed[name] = api)
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>
  const ipcRenderer = {
    on: on(incoming),
    invoke: (channel, ...args) => standIn.invoke(pageAddress(), channel, args)
  } satisfies Pick<IpcRenderer, 'on' | 'invoke'>
  function require(name: string): unknown {
    if (name !== 'electron') throw new Error(`a sandboxed preload can't load ${name}`)
    return { contextBridge, ipcRenderer }
  }
  compileFunction(text, ['require'])(require)
  return exposed
}

function on(emitter: EventEmitter): On {
  return (event, listener) => emitter.on(event, (...args: unknown[]) => listener(...(args as never[]))) as never
}
