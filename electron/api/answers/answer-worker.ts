import { on } from 'node:events'
import { setPriority } from 'node:os'
import { parentPort, type MessagePort } from 'node:worker_threads'
import { serialize } from 'node:v8'
import { deflateRawSync } from 'node:zlib'
import type { OddItem } from '../../station/ports/ports.ts'
import { allOperations } from '../operations.ts'
import { addressSchema, chunkSchema, questionSchema, type Batch, type Part } from './answer-messages.ts'
import { readOutline, type Outline } from './answers.ts'
import { unpacked } from './unpacked.ts'

/** Items of one part: the station's thread takes them out in less than a millisecond. */
const BATCH = 64
/** On the scale of nice, from 0 to 19: a third of what the station's thread gets where both want the same processor. */
const LESS_THAN_A_SCAN = 5

// Under Linux a priority is a thread's own, elsewhere it would be the whole program's: whoever scans goes first.
if (process.platform === 'linux') setPriority(0, LESS_THAN_A_SCAN)

if (!parentPort) throw new Error('the answer worker runs in a worker thread only')

parentPort.on('message', (message: unknown) => {
  const { port } = addressSchema.parse(message)
  // What can't be done leaves this one answer unread: others are read here at the same time.
  answer(message, port).catch(() => serve(port, [], { kind: 'misfit', field: 'body' }))
})

async function answer(message: unknown, port: MessagePort): Promise<void> {
  const { operation: name, bearsLimits, ...packing } = questionSchema.parse(message)
  const operation = allOperations.find(one => one.name === name)
  if (operation === undefined) throw new Error(`no operation ${name}`)
  const full: Uint8Array<ArrayBuffer>[] = []
  const batches = createBatches(bytes => full.push(bytes))
  const outline = await readOutline(operation.reply, unpacked(chunksFrom(port), packing), bearsLimits, batches)
  batches.end()
  serve(port, full, outline)
}

async function* chunksFrom(port: MessagePort): AsyncGenerator<Buffer> {
  for await (const [message] of on(port, 'message')) {
    const chunk = chunkSchema.parse(message)
    if (chunk === 'end') return
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  }
}

/** Gives the batches one by one, each when it is asked for. */
function serve(port: MessagePort, batches: readonly Uint8Array<ArrayBuffer>[], outline: Outline<unknown>): void {
  const queue = batches.values()
  port.on('message', () => {
    const { value: bytes } = queue.next()
    if (bytes === undefined) port.postMessage({ kind: 'end' } satisfies Part)
    else port.postMessage({ kind: 'batch', bytes } satisfies Part, [bytes.buffer])
  })
  port.postMessage({ kind: 'outline', outline } satisfies Part)
}

/** Serialises items as they come: as bytes they are no work for the collector of garbage, here and on the way; packed they are a tenth. */
function createBatches(full: (bytes: Uint8Array<ArrayBuffer>) => void) {
  let items: unknown[] = []
  let odd: OddItem[] = []
  function end(): void {
    if (items.length + odd.length === 0) return
    full(new Uint8Array(deflateRawSync(serialize({ items, odd } satisfies Batch), { level: 1 })))
    items = []
    odd = []
  }
  function added(): void {
    if (items.length + odd.length === BATCH) end()
  }
  return {
    item(item: unknown): void {
      items.push(item)
      added()
    },
    odd(item: OddItem): void {
      odd.push(item)
      added()
    },
    end
  }
}
