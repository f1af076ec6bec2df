import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { normaliseZpl } from '../../../electron/labels/normalise.ts'
import { createPreviewer, type Previewer } from '../../../electron/labels/preview.ts'
import { decodePng } from '../../support/decode.ts'
import { inkOf } from '../../support/ink.ts'
import { quietLog } from '../../support/quiet-log.ts'

const WORKER = new URL('../../../electron/labels/preview-worker.ts', import.meta.url)
const encoder = new TextEncoder()

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

function start(workerUrl: URL | string = WORKER): Previewer {
  const previewer = createPreviewer({ workerUrl, log: quietLog })
  closers.push(() => previewer.close())
  return previewer
}

/** A worker that obeys the text of the label: dies, hangs, or answers it. */
async function obedientWorker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verstak-preview-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'worker.mjs')
  await writeFile(
    file,
    `import { parentPort, threadId } from 'node:worker_threads'
     parentPort.on('message', ({ id, zpl }) => {
       if (zpl === 'die') process.exit(3)
       if (zpl === 'throw') throw new Error('broken')
       if (zpl === 'hang') for (;;) {}
       parentPort.postMessage({ id, png: zpl + ' by ' + threadId })
     })`
  )
  return file
}

test('a sticker is drawn as it will print, and its code reads back', async () => {
  const sticker = '^XA^CI28^FO20,20^BQN,2,6^FDMA,!uKEtQZVx^FS^FO200,30^A0N,60,60^FD4321^FS^XZ'
  const png = Buffer.from(await start().preview(normaliseZpl(encoder.encode(sticker), '58x40'), '58x40'), 'base64')
  expect(await decodePng(png)).toEqual(['!uKEtQZVx'])
  expect(inkOf(png)).toMatchObject({ width: 464, height: 320 })
})

test('an upright sticker is drawn upright', async () => {
  const sticker = normaliseZpl(encoder.encode('^XA^PW320^LL464^FO20,400^GB40,40,40^FS^XZ'), '58x40')
  const png = Buffer.from(await start().preview(sticker, '58x40'), 'base64')
  expect(inkOf(png)).toMatchObject({ width: 320, height: 464, left: 20, top: 400 })
})

test('what is no label is refused, and the next one is drawn all the same', async () => {
  const previewer = start()
  const good = encoder.encode('^XA^FO1,1^GB9,9,9^FS^XZ')
  const results = await Promise.allSettled([
    previewer.preview(encoder.encode('Swagger rocks'), '58x40'),
    previewer.preview(good, '58x40')
  ])
  expect(results.map(result => result.status)).toEqual(['rejected', 'fulfilled'])
})

test.each(['die', 'throw'])('a thread that ends (%s) takes one preview with it, no other', async how => {
  const previewer = start(await obedientWorker())
  const results = await Promise.allSettled(
    ['one', how, 'two', 'three'].map(text => previewer.preview(encoder.encode(text), '58x40'))
  )
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})

test('a thread that hangs is stopped after the limit', async () => {
  const previewer = createPreviewer({ workerUrl: await obedientWorker(), log: quietLog, limitMs: 1500 })
  closers.push(() => previewer.close())
  await expect(previewer.preview(encoder.encode('hang'), '58x40')).rejects.toThrow('1500 ms')
  expect(await previewer.preview(encoder.encode('after'), '58x40')).toMatch(/^after by /)
})

test('closing refuses what waits', async () => {
  const previewer = start(await obedientWorker())
  const waiting = [previewer.preview(encoder.encode('hang'), '58x40'), previewer.preview(encoder.encode('x'), '58x40')]
  const results = Promise.allSettled(waiting)
  await previewer.close()
  expect((await results).map(result => result.status)).toEqual(['rejected', 'rejected'])
  await expect(previewer.preview(encoder.encode('x'), '58x40')).rejects.toThrow('closed')
})
