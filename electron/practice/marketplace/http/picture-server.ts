import type { IncomingMessage, ServerResponse } from 'node:http'
import { productPicture } from '../orders/product-picture.ts'
import type { createFaults } from './faults.ts'

/** Where the pictures of cards are. */
export const PICTURES = '/pictures/'

/** Serves the made pictures of cards, to anybody, as the marketplace does; false for any other path. */
export function createPictureServer(
  faults: ReturnType<typeof createFaults>
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const [, article] = /^\/pictures\/([\w-]+)\.png$/.exec(request.url ?? '') ?? []
    if (article === undefined) return false
    const png = productPicture(article)
    if (faults.get().away) request.socket.destroy()
    else if (png === null) response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': 'image/png' }).end(png)
    return true
  }
}
