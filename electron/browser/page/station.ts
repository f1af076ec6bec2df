import { createHostNotice } from './host-notice.ts'
import { createLostNotice } from './lost-notice.ts'
import { createSocketBridge } from './socket-bridge.ts'

/** Puts the contract on the page before the page's own script runs, as the preload does under Electron. */
const bridge = createSocketBridge({
  open(events) {
    const socket = new WebSocket(`ws://${location.host}/station`)
    socket.addEventListener('open', () => events.onOpen())
    socket.addEventListener('message', event => events.onMessage(String(event.data)))
    socket.addEventListener('close', () => events.onClose())
    return text => socket.send(text)
  },
  after: (ms, job) => {
    setTimeout(job, ms)
  },
  onConnection: createLostNotice(document.documentElement),
  onNotice: createHostNotice(document.documentElement)
})
Object.defineProperty(window, 'station', { value: bridge, enumerable: true })
