import { connect, createServer, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'

const TICK_MS = 5
/** More than this is not taken in ahead of the line, in bytes. */
const AHEAD_BYTES = 1024

export interface SlowLine {
  readonly port: number
  /** What is on the line is lost, as when a cable is pulled; the next one may be plugged in. */
  cut(): void
  close(): Promise<void>
}

/** A way to a port of 127.0.0.1 that carries so many bytes a second there, and any number back. */
export async function startSlowLine(port: number, bytesPerSecond: number): Promise<SlowLine> {
  const sockets = new Set<Socket>()
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1')
    let ahead = Buffer.alloc(0)
    let sentAt = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      const count = Math.floor(((now - sentAt) * bytesPerSecond) / 1000)
      if (count === 0) return
      // What is not sent in its time is time lost, as on a real line.
      sentAt = ahead.length === 0 ? now : sentAt + (count * 1000) / bytesPerSecond
      far.write(Buffer.from(ahead.subarray(0, count)))
      ahead = ahead.subarray(count)
      if (ahead.length < AHEAD_BYTES) near.resume()
    }, TICK_MS)
    near.on('data', chunk => {
      ahead = Buffer.concat([ahead, chunk])
      if (ahead.length >= AHEAD_BYTES) near.pause()
    })
    far.on('data', chunk => void near.write(chunk))
    for (const [one, other] of [
      [near, far],
      [far, near]
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        clearInterval(timer)
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the slow line has no port')
  function cut(): void {
    for (const socket of sockets) socket.destroy()
  }

  return {
    port: address.port,
    cut,
    async close() {
      cut()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
