import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import { ready } from 'zpl-renderer-js'

/** What the worker is asked; sizes in mm. */
const questionSchema = z.object({ id: z.number(), zpl: z.string(), width: z.number(), height: z.number() })
const DOTS_PER_MM = 8

if (!parentPort) throw new Error('the preview worker runs in a worker thread only')
const port = parentPort

port.on('message', (message: unknown) => {
  const { id, zpl, width, height } = questionSchema.parse(message)
  draw(zpl, width, height).then(
    png => port.postMessage({ id, png }),
    (error: unknown) => port.postMessage({ id, error: String(error) })
  )
})

async function draw(zpl: string, width: number, height: number): Promise<string> {
  const { api } = await ready
  return api.zplToBase64Async(zpl, width, height, DOTS_PER_MM)
}
