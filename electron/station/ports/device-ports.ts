import type {
  ListedHidScanner,
  ListedLpPrinter,
  ListedSerialPort,
  ListedUsbPrinter
} from '../../../shared/contract/device-methods.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import type { PrintDoubt } from '../../../shared/domain/printing/print-jobs.ts'
import type { PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import type { FrameFacts } from '../../../shared/domain/scanning/scanner-test/reading.ts'

export type DeviceState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'connecting' }
  /** `warnings`: what does not stop it and should be seen to. */
  | { readonly kind: 'ready'; readonly warnings?: readonly DeviceWarning[] }
  | { readonly kind: 'fault'; readonly fault: DeviceFault }

export type DeviceWarning =
  | 'calibrate'
  | 'cleanHead'
  | 'replaceHead'
  | 'paperLow'
  /** It answers nothing, so that nobody can say what it printed. */
  | 'oneWay'

export type DeviceFault =
  | 'paperOut'
  | 'headOpen'
  | 'paused'
  | 'ribbonOut'
  | 'tooHot'
  | 'tooCold'
  | 'bufferFull'
  | 'labelWaiting'
  | 'cutter'
  | 'headFailed'
  | 'motorHot'
  /** The printer says that it can't print, and does not say why. */
  | 'stopped'
  | 'silent'
  | 'unreachable'
  | 'lost'
  /** A person stopped the print queue, or it takes no jobs. */
  | 'queueStopped'
  /** No such print queue, or no print service. */
  | 'queueGone'
  /** No such folder, or nothing may be written into it. */
  | 'folderGone'

export interface ScannerPort {
  readonly name: string
  /** Which of the settings' scanners it is (from 0); absent: none of them. */
  readonly settingAt?: number
  /** Starts reading; frames come without their terminators, states as they change. The result stops it. */
  start(listener: {
    /** `how`: absent where the link itself parts one frame from the next. */
    readonly onFrame: (text: string, how?: FrameFacts) => void
    readonly onState: (state: DeviceState) => void
  }): () => Promise<void>
}

export type PrintOutcome =
  /** The printer itself says that the label came out. */
  | { readonly kind: 'confirmed' }
  /** The print system says that it passed on every byte; what the printer made of them it cannot know. */
  | { readonly kind: 'sent' }
  /** Bytes went out, and nobody can prove the label. */
  | { readonly kind: 'uncertain'; readonly why: PrintDoubt }
  /** Not a byte of the job was taken: safe to send again when the fault is mended. */
  | { readonly kind: 'notSent'; readonly fault: DeviceFault }

export interface PrinterPort {
  readonly name: string
  /** Watches the printer; the result stops it and drops the link. */
  start(onState: (state: DeviceState) => void): () => Promise<void>
  /** Prints one label (bytes in the printer's language) and finds out what became of it; one call at a time. */
  print(bytes: Uint8Array): Promise<PrintOutcome>
}

export interface PrinterInUse {
  readonly setting: PrinterSetting
  readonly port: PrinterPort
}

/** The devices that the settings name; a change of settings makes new ones. */
export interface DevicesPort {
  printers(settings: Bench['settings']): readonly PrinterInUse[]
  scanners(settings: Bench['settings']): readonly ScannerPort[]
  /** What the machine has, for the devices screen. */
  listSerial(): Promise<readonly ListedSerialPort[]>
  listHid(): Promise<readonly ListedHidScanner[]>
  listUsbPrinters(): Promise<readonly ListedUsbPrinter[]>
  listLpPrinters(): Promise<readonly ListedLpPrinter[]>
  /** Names of the system's print queues. */
  listQueues(): Promise<readonly string[]>
}
