import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Done, LabelJob } from '../../../electron/labels/label-jobs.ts'
import { createLabelThread, type LabelThread } from '../../../electron/labels/label-thread.ts'
import { decodePng } from '../../support/decode.ts'
import { inkOf } from '../../support/ink.ts'
import { quietLog } from '../../support/quiet-log.ts'

const WORKER = new URL('../../../electron/labels/label-worker.ts', import.meta.url)

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

function start(workerUrl: URL | string = WORKER): LabelThread {
  const thread = createLabelThread({ workerUrl, log: quietLog })
  closers.push(() => thread.close())
  return thread
}

/** A 58 × 40 mm label at 203 dpi. */
function picture(zpl: string): LabelJob {
  return { kind: 'picture', zpl, width: 58, height: 40, dotsPerMm: 8, upsideDown: false }
}

function pngOf(done: Done): string {
  if (done.kind !== 'picture') throw new Error(`no picture but ${done.kind}`)
  return done.png
}

/** A worker that obeys the text of the label: dies, hangs, sleeps, takes its time, or answers it. */
async function obedientWorker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verstak-labels-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'worker.mjs')
  await writeFile(
    file,
    `import { parentPort, threadId } from 'node:worker_threads'
     parentPort.on('message', ({ id, job: { zpl } }) => {
       if (zpl === 'die') process.exit(3)
       if (zpl === 'throw') throw new Error('broken')
       if (zpl === 'hang') for (;;) {}
       if (zpl === 'sleep') return
       if (zpl === 'busy PC') return void setTimeout(() => parentPort.postMessage({ id, done: { kind: 'picture', png: zpl } }), 1500)
       parentPort.postMessage({ id, done: { kind: 'picture', png: zpl + ' by ' + threadId } })
     })`
  )
  return file
}

test('a label is drawn as it will print, and its code reads back', async () => {
  const zpl = '^XA^PW464^LL320^CI28^FO20,20^BQN,2,6^FDMA,!uKEtQZVx^FS^FO200,30^A0N,60,60^FD4321^FS^XZ'
  const png = Buffer.from(pngOf(await start().work(picture(zpl))), 'base64')
  expect(await decodePng(png)).toEqual(['!uKEtQZVx'])
  expect(inkOf(png)).toMatchObject({ width: 464, height: 320 })
})

test('what is no label is refused, and the next one is drawn all the same', async () => {
  const thread = start()
  const results = await Promise.allSettled([
    thread.work(picture('Swagger rocks')),
    thread.work(picture('^XA^FO1,1^GB9,9,9^FS^XZ'))
  ])
  expect(results.map(result => result.status)).toEqual(['rejected', 'fulfilled'])
})

test.each(['die', 'throw'])('a thread that ends (%s) takes one label with it, no other', async how => {
  const thread = start(await obedientWorker())
  const results = await Promise.allSettled(['one', how, 'two', 'three'].map(text => thread.work(picture(text))))
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})

test('a thread that hangs is stopped after the limit', async () => {
  const thread = createLabelThread({ workerUrl: await obedientWorker(), log: quietLog, limitMs: 1500 })
  closers.push(() => thread.close())
  await expect(thread.work(picture('hang'))).rejects.toThrow('1500 ms')
  expect(pngOf(await thread.work(picture('after')))).toMatch(/^after by /)
})

test('a thread that sleeps is stopped too', async () => {
  const thread = createLabelThread({ workerUrl: await obedientWorker(), log: quietLog, limitMs: 300 })
  closers.push(() => thread.close())
  await expect(thread.work(picture('sleep'))).rejects.toThrow('300 ms')
})

test('a thread that does not get to its work on a busy PC is waited for', async () => {
  const thread = createLabelThread({ workerUrl: await obedientWorker(), log: quietLog, limitMs: 1000 })
  closers.push(() => thread.close())
  expect(pngOf(await thread.work(picture('busy PC')))).toBe('busy PC')
})

test('closing refuses what waits', async () => {
  const thread = start(await obedientWorker())
  const results = Promise.allSettled([thread.work(picture('hang')), thread.work(picture('x'))])
  await thread.close()
  expect((await results).map(result => result.status)).toEqual(['rejected', 'rejected'])
  await expect(thread.work(picture('x'))).rejects.toThrow('closed')
})
