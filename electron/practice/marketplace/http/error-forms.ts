import { rfc3339 } from './errors.ts'
import type { Reply } from './errors.ts'

/** The shapes in which a refusal was met at the marketplace. */
export const ERROR_FORMS = ['full', 'code', 'message', 'bulk', 'titled', 'archive', 'gateway'] as const
export type ErrorForm = (typeof ERROR_FORMS)[number]

/** A business refusal in another of the marketplace's shapes; any other reply as it is. `at` in ms, `serial` makes the request's id. */
export function inForm(reply: Reply, form: ErrorForm, at: number, serial: number): Reply {
  const { status, body } = reply
  const words = form === 'full' || status < 400 ? null : wordsOf(body)
  return words === null ? reply : { ...reply, ...formed(status, words, form, { at, serial }) }
}

interface Words {
  readonly code: string
  readonly message: string
  /** What stands beside them: the orders to blame. */
  readonly more: object
}

/** Null for what a gateway says. */
function wordsOf(body: unknown): Words | null {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return null
  const { code, message, ...more } = body
  return typeof code === 'string' && typeof message === 'string' ? { code, message, more } : null
}

function formed(
  status: number,
  { code, message, more }: Words,
  form: ErrorForm,
  { at, serial }: { readonly at: number; readonly serial: number }
): Pick<Reply, 'body' | 'isProblem'> {
  const requestId = serial.toString(16).padStart(32, '0')
  switch (form) {
    case 'full':
      return { body: { code, message, ...more } }
    case 'code':
      return { body: { code, ...more } }
    case 'message':
      return { body: { message, ...more } }
    case 'bulk':
      return {
        body: {
          title: code,
          detail: Object.keys(more).length > 0 ? more : message,
          origin: 'marketplace-api',
          requestId
        }
      }
    case 'titled':
      return { body: { title: code, detail: message }, isProblem: true }
    case 'archive': {
      const errors = [{ location: 'body', message, value: null }]
      return { body: { code, title: code, detail: message, errors, origin: 'marketplace-api', requestId, status } }
    }
    case 'gateway':
      return {
        body: {
          title: code,
          detail: message,
          code: `practice-${requestId.slice(-8)}`,
          requestId,
          origin: 'ag-marketplace',
          status,
          statusText: 'Refused',
          timestamp: rfc3339(at)
        },
        isProblem: true
      }
  }
}
