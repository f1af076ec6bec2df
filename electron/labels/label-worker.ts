import { parentPort } from 'node:worker_threads'
import { ready } from 'zpl-renderer-js'
import { fitInk, turn, type Bitmap } from './bitmap.ts'
import { questionSchema, type Answer, type Done, type LabelJob, type Source } from './label-jobs.ts'
import { bitmapOfPdf } from './pdf.ts'
import { bitmapOfPng, upsideDownPng } from './png.ts'
import { printBitmap } from './print-bitmap.ts'

/** A sticker's picture has some 10 kB; a larger file could be made to unfold into gigabytes. */
const MAX_PICTURE_BYTES = 262_144

if (!parentPort) throw new Error('the label worker runs in a worker thread only')
const port = parentPort

port.on('message', (message: unknown) => {
  const { id, job } = questionSchema.parse(message)
  work(job).then(
    done => answer({ id, done }),
    (error: unknown) => answer({ id, error: String(error) })
  )
})

function answer(message: Answer): void {
  port.postMessage(message)
}

async function work(job: LabelJob): Promise<Done> {
  switch (job.kind) {
    case 'picture': {
      const png = await draw(job)
      return { kind: 'picture', png: (job.upsideDown ? Buffer.from(upsideDownPng(png)) : png).toString('base64') }
    }
    case 'print': {
      const failures: string[] = []
      for (const source of job.sources) {
        try {
          const done = printBitmap(await read(source), source.dotsPerMm, job.target)
          if (done.kind === 'label' || source === job.sources.at(-1)) return done
          failures.push(`${source.kind}: ${done.kind}`)
        } catch (error) {
          failures.push(`${source.kind}: ${String(error)}`)
        }
      }
      return { kind: 'impossible', why: 'badLabel', detail: failures.join('; ') }
    }
  }
}

async function read(source: Source): Promise<Bitmap> {
  switch (source.kind) {
    case 'zpl':
      return turn(bitmapOfPng(await draw(source)), source.turn)
    case 'png': {
      if (source.file.length > MAX_PICTURE_BYTES) throw new Error('the file is too large')
      const bitmap = bitmapOfPng(source.file)
      const upright = bitmap.height > bitmap.width === source.upright ? bitmap : turn(bitmap, 90)
      return source.room === null ? upright : fitInk(upright, source.room)
    }
    case 'pdf':
      return bitmapOfPdf(source.file, source)
  }
}

/** An 8-bit grey PNG; sizes in mm. */
async function draw(label: {
  readonly zpl: string
  readonly width: number
  readonly height: number
  readonly dotsPerMm: number
}): Promise<Buffer> {
  const { api } = await ready
  const png = await api.zplToBase64Async(label.zpl, label.width, label.height, label.dotsPerMm)
  return Buffer.from(png, 'base64')
}
