import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'

/** The way to a server on this machine, which can be cut: connections break, new ones are refused. */
export interface NetworkCable {
  /** Stands for the server's own; the same before and after a cut. */
  readonly url: string
  /** Breaks what is on the way, in the middle of a byte stream or not; nothing gets through until `mend`. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** Below the ports that the system gives to connections: one of those could connect to itself while the cable is cut. */
const PORTS = { first: 20_000, count: 10_000 }
const TRIES = 50

/** A cable to `target` (an origin with a port on the loopback). */
export async function createNetworkCable(target: string): Promise<NetworkCable> {
  const targetPort = Number(new URL(target).port)
  const sockets = new Set<Socket>()
  let server: Server | null = null
  let port = 0

  function hold(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  }

  function join(near: Socket): void {
    const far = connect(targetPort, '127.0.0.1')
    hold(near)
    hold(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  }

  async function cut(): Promise<void> {
    const former = server
    server = null
    if (former === null) return
    const closed = new Promise(resolve => former.close(resolve))
    for (const socket of sockets) socket.resetAndDestroy()
    await closed
  }

  async function mend(): Promise<void> {
    server ??= await listen(port, join)
  }

  for (let tries = 0; server === null; tries += 1) {
    port = PORTS.first + Math.floor(Math.random() * PORTS.count)
    try {
      server = await listen(port, join)
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
  return { url: `http://127.0.0.1:${port}`, cut, mend, close: cut }
}

function listen(port: number, onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
