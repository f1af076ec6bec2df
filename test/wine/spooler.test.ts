import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startPrintService } from '../support/print-service.ts'
import { startPrinterSimulator } from '../support/printer-simulator.ts'
import { until } from '../support/until.ts'
import { CACHE } from './cache.ts'
import { startWindows } from './windows.ts'

const QUEUE = 'Zebra-GK420'
/** Every value a byte can have, and more than one piece for the spooler. */
const EVERY_BYTE = label(Buffer.from(Array.from({ length: 256 }, (_, index) => index)))
const LONG = label(Buffer.alloc(1_000_000, 'Я'))

const simulator = await startPrinterSimulator({ answers: 'silent', odometer: false })
const service = await startPrintService(QUEUE, simulator.port)
const windows = await startWindows(CACHE)
after(async () => {
  await windows.close()
  await service.close()
  await simulator.close()
})

function label(text: Uint8Array | string): Buffer {
  return Buffer.concat([Buffer.from('^XA^FD'), Buffer.from(text), Buffer.from('^FS^XZ')])
}

function print(queue: string, ...labels: readonly Buffer[]) {
  return windows.run({ kind: 'print', queue, labels: labels.map(bytes => bytes.toString('base64')) })
}

void test('Windows lists the queue', async () => {
  const { platform, queues } = await windows.run({ kind: 'list' })
  assert.equal(platform, 'win32')
  assert.deepEqual(queues, [QUEUE])
})

void test('labels come out of the RAW queue byte for byte and in order, and each is followed to its end', async () => {
  const labels = [EVERY_BYTE, ...Array.from({ length: 10 }, (_, index) => label(`one ${index}`)), LONG]
  const { first, outcomes } = await print(QUEUE, ...labels)
  assert.deepEqual(first, { kind: 'ready' })
  assert.deepEqual(
    outcomes,
    labels.map(() => ({ kind: 'sent' }))
  )
  await until('the labels', () => simulator.labels.length === labels.length)
  assert.deepEqual(
    simulator.labels.map(bytes => Buffer.from(bytes).toString('base64')),
    labels.map(bytes => bytes.toString('base64'))
  )
})

void test('a queue that is not there gets nothing', async () => {
  const before = simulator.labels.length
  const { first, outcomes } = await print('No such (queue) #2', label('nowhere'))
  assert.deepEqual(first, { kind: 'fault', fault: 'queueGone' })
  assert.deepEqual(outcomes, [{ kind: 'notSent', fault: 'queueGone' }])
  assert.equal(simulator.labels.length, before)
})

void test('a label for a printer that is away comes out once when it is back', async () => {
  await simulator.close()
  const { outcomes } = await print(QUEUE, label('away'))
  // wine hands its jobs over to CUPS and knows no more of them.
  assert.deepEqual(outcomes, [{ kind: 'sent' }])
  const back = await startPrinterSimulator({ answers: 'silent', odometer: false, port: simulator.port })
  after(() => back.close())
  await until('the label', () => back.labels.length > 0)
  await until('an empty queue', async () => (await service.command('lpstat', '-o', QUEUE)) === '')
  assert.deepEqual(
    back.labels.map(bytes => Buffer.from(bytes).toString()),
    [label('away').toString()]
  )
})
