/**
 * The printer simulator as a program of its own, so that it can be killed: what came out lies in the tray, a file, written
 * before anything is said of it. Told what to do, and asked, over IPC.
 */
import { appendFileSync } from 'node:fs'
import { countIn, readTray, toLine } from './printer-tray.ts'
import type { PrinterOrder, PrinterReply } from './printer-program.ts'
import { putOnNetwork } from './printer-simulator.ts'
import { createSimulatedPrinter } from './simulated-printer.ts'

const [tray = '', port = '0', settings = '{}'] = process.argv.slice(2)
const { odometer, printMs } = JSON.parse(settings) as { readonly odometer: boolean; readonly printMs: number }

const printer = createSimulatedPrinter({
  answers: 'zebra',
  odometer,
  printMs,
  count: countIn(readTray(tray)),
  onPaper: event => appendFileSync(tray, toLine(event))
})

function tell(reply: PrinterReply): void {
  process.send?.(reply)
}

process.on('message', ({ id, name, args }: PrinterOrder) => {
  const control = printer.controls[name] as (...args: readonly unknown[]) => number | undefined
  tell({ kind: 'done', id, result: control(...args) ?? null })
})
// Its keeper is gone.
process.on('disconnect', () => process.exit())
tell({ kind: 'listening', port: (await putOnNetwork(printer, Number(port))).port })
