import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { MarketplaceControl } from './control.ts'
import {
  cancelSchema,
  count,
  decisionSchema,
  faultsSchema,
  formsSchema,
  keySchema,
  ordersSchema,
  strangersSchema,
  tokenSchema
} from './control-schemas.ts'
import { readText } from './http.ts'
import { PAGE } from './page.ts'

type Act = (body: unknown, query: URLSearchParams) => unknown

function act<Schema extends z.ZodType>(schema: Schema, run: (body: z.output<Schema>) => unknown): Act {
  return body => run(schema.parse(body))
}

/** The control as JSON over HTTP, `METHOD /practice/…`; every one answers 200 with what the control answers. */
function actsOf(control: MarketplaceControl): Readonly<Record<string, Act>> {
  return {
    'GET /practice/state': () => control.state(),
    'GET /practice/requests': (_, query) => control.requests(Number(query.get('after') ?? 0)),
    'DELETE /practice/requests': () => control.clearRequests(),
    'GET /practice/things': () => control.things(),
    'GET /practice/faults': () => control.faults(),
    'POST /practice/faults': act(faultsSchema, change => control.setFaults(change)),
    'POST /practice/strangers': act(z.object({ strangers: strangersSchema }), body => ({
      strangers: control.setStrangers(body.strangers)
    })),
    'POST /practice/late-stickers': act(z.object({ oneIn: count, times: count }), late =>
      control.setLateStickers(late)
    ),
    'POST /practice/orders': act(ordersSchema, ({ count: howMany, ...shape }) => ({
      orderIds: control.addOrders(howMany, shape)
    })),
    'POST /practice/cancel': act(cancelSchema, body => ({ done: control.cancelOrder(body.orderId, body.wbStatus) })),
    'POST /practice/delivery': act(
      z.object({ orderId: z.int(), day: z.int(), timeFrom: z.string(), timeTo: z.string() }),
      ({ orderId, ...when }) => ({ done: control.moveDelivery(orderId, when) })
    ),
    'POST /practice/expire': act(z.object({ orderId: z.int() }), ({ orderId }) => ({
      done: control.expireOrder(orderId)
    })),
    'POST /practice/decision': act(z.object({ orderId: z.int(), key: keySchema, decision: decisionSchema }), body => ({
      done: control.setDecision(body.orderId, body.key, body.decision)
    })),
    'POST /practice/plan': act(z.object({ code: z.string(), decision: decisionSchema }), ({ code, decision }) =>
      control.planDecision(code, decision)
    ),
    'POST /practice/scan-supply': act(z.object({ supplyId: z.string() }), ({ supplyId }) => ({
      done: control.scanSupply(supplyId)
    })),
    'POST /practice/reshipment': act(z.object({ orderIds: z.array(z.int()) }), ({ orderIds }) => ({
      orderIds: control.requireReshipment(orderIds)
    })),
    'POST /practice/fulfilment': act(z.object({ isNeeded: z.boolean() }), ({ isNeeded }) =>
      control.setFulfilment(isNeeded)
    ),
    'POST /practice/refusal': act(
      z.object({ path: z.string(), status: z.int().min(400).max(499), body: z.unknown() }),
      ({ path, status, body }) => control.planRefusal(path, status, body)
    ),
    'POST /practice/forget-supply': act(z.object({ supplyId: z.string() }), ({ supplyId }) => ({
      done: control.forgetSupply(supplyId)
    })),
    'POST /practice/deny': act(z.object({ ids: z.array(z.union([z.int(), z.string()])) }), ({ ids }) =>
      control.denyAccess(ids)
    ),
    'POST /practice/forms': act(formsSchema, change => control.setForms(change)),
    'POST /practice/token': act(tokenSchema, shape => ({ token: control.issueToken(shape) }))
  }
}

/** Serves `/` and `/practice/*`; false for any other path. Loopback pages only, whatever a foreign page tries. */
export function createControlServer(
  control: MarketplaceControl
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const acts = actsOf(control)
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://practice')
    if (url.pathname === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE)
      return true
    }
    if (!url.pathname.startsWith('/practice/')) return false
    const run = acts[`${request.method} ${url.pathname}`]
    const text = await readText(request)
    if (run === undefined) answerJson(response, 404, { error: 'no such control', known: Object.keys(acts) })
    else if (isForeign(request)) answerJson(response, 403, { error: 'loopback pages only' })
    else answerAct(response, () => run(text === '' ? {} : JSON.parse(text), url.searchParams))
    return true
  }
}

function answerAct(response: ServerResponse, run: () => unknown): void {
  try {
    answerJson(response, 200, run() ?? { done: true })
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error
    answerJson(response, 400, { error: error.message })
  }
}

function isForeign({ headers }: IncomingMessage): boolean {
  const hosts = [headers.host, headers.origin === undefined ? undefined : new URL(headers.origin).host]
  return hosts.some(host => host !== undefined && !/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host))
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
