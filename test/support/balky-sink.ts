import { createServer, type Socket } from 'node:net'

/** A network printer that takes a part of each job and then no more: it `stalls`, or it `dies` and is not reached again. */
export interface BalkySink {
  readonly port: number
  /** Bytes taken of all jobs. */
  readonly taken: () => number
  close(): Promise<void>
}

/** Listens on this machine, on any free port for 0; `takes` is in bytes. */
export async function startBalkySink(takes: number, then: 'stalls' | 'dies', port = 0): Promise<BalkySink> {
  const sockets = new Set<Socket>()
  let taken = 0
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', chunk => {
      taken += chunk.length
      if (taken < takes) return
      if (then === 'stalls') return void socket.pause()
      server.close()
      socket.resetAndDestroy()
    })
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sink listens on no port')
  return {
    port: address.port,
    taken: () => taken,
    async close() {
      for (const socket of sockets) socket.destroy()
      if (server.listening) await new Promise(resolve => server.close(resolve))
    }
  }
}
