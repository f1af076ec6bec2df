import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { request, type RequestOptions } from 'node:http'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../../station/ports/ports.ts'

const ANSWER_LIMIT_MS = 10_000
/** Where CUPS listens on Debian and its kin, on older systems, and on macOS. */
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd']

/** Tags of RFC 8010: what may be numbers is read as numbers, all else as text. */
const END_OF_ATTRIBUTES = 0x03
const FIRST_VALUE_TAG = 0x10
const INTEGER = 0x21
const ENUM = 0x23
const TEXT = 0x41
const NAME = 0x42
const KEYWORD = 0x44
const URI = 0x45
const CHARSET = 0x47
const LANGUAGE = 0x48

const GET_JOB_ATTRIBUTES = 0x0009
const NOT_FOUND = 0x0406
const HIGHEST_SUCCESS = 0x00ff

const ASKED = ['job-state', 'job-impressions-completed', 'time-at-processing', 'job-printer-state-message']

export type IppJob =
  | {
      readonly kind: 'known'
      /** 3 pending, 4 held, 5 processing, 6 stopped, 7 cancelled, 8 aborted, 9 completed (RFC 8011). */
      readonly state: number
      /** When the print system last set about it (Unix s); null: never. */
      readonly begunAt: number | null
      /** Counted from the moment when a backend starts to send. */
      readonly impressions: number
      /** The last word of the backend that sends it. */
      readonly message: string
    }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'noAnswer' }

/** What the records of the print system say of a job; `lpstat` words them so that cancelled and printed jobs look alike. */
export async function askIppJob(clock: Clock, job: number): Promise<IppJob> {
  const question = Buffer.concat([
    // Version 2.0, operation, request id 1, group of the operation's attributes.
    Buffer.from([2, 0, GET_JOB_ATTRIBUTES >> 8, GET_JOB_ATTRIBUTES & 0xff, 0, 0, 0, 1, 1]),
    attribute(CHARSET, 'attributes-charset', 'utf-8'),
    attribute(LANGUAGE, 'attributes-natural-language', 'en'),
    attribute(URI, 'job-uri', `ipp://localhost/jobs/${job}`),
    attribute(NAME, 'requesting-user-name', 'verstak'),
    // Values after the first have no name.
    ...ASKED.map((name, index) => attribute(KEYWORD, index === 0 ? 'requested-attributes' : '', name)),
    Buffer.from([END_OF_ATTRIBUTES])
  ])
  return readIppJob(await post(clock, await serverAddress(), question))
}

/** What an answer to that question says, whatever stands in it; null: there was none. */
export function readIppJob(answer: Buffer | null): IppJob {
  const status = answer !== null && answer.length >= 8 ? answer.readUInt16BE(2) : null
  if (answer === null || status === null) return { kind: 'noAnswer' }
  if (status === NOT_FOUND) return { kind: 'notFound' }
  const facts = status <= HIGHEST_SUCCESS ? attributesIn(answer) : new Map<string, number | string>()
  const state = facts.get('job-state')
  if (typeof state !== 'number') return { kind: 'noAnswer' }
  const begunAt = facts.get('time-at-processing')
  const impressions = facts.get('job-impressions-completed')
  return {
    kind: 'known',
    state,
    begunAt: typeof begunAt === 'number' ? begunAt : null,
    impressions: typeof impressions === 'number' ? impressions : 0,
    message: String(facts.get('job-printer-state-message') ?? '')
  }
}

function attribute(tag: number, name: string, value: string): Buffer {
  const [nameBytes, valueBytes] = [Buffer.from(name), Buffer.from(value)]
  const head = Buffer.from([tag, nameBytes.length >> 8, nameBytes.length & 0xff])
  return Buffer.concat([head, nameBytes, Buffer.from([valueBytes.length >> 8, valueBytes.length & 0xff]), valueBytes])
}

/** The first value of each attribute; what is cut off is left out. */
function attributesIn(answer: Buffer): ReadonlyMap<string, number | string> {
  const facts = new Map<string, number | string>()
  let at = 8
  /** A field of two bytes of length and so much; null at the end. */
  const field = (): Buffer | null => {
    if (at + 2 > answer.length) return null
    const start = at + 2
    at = start + answer.readUInt16BE(at)
    return at <= answer.length ? answer.subarray(start, at) : null
  }
  while (at < answer.length && answer[at] !== END_OF_ATTRIBUTES) {
    const tag = answer[at] ?? 0
    at += 1
    if (tag < FIRST_VALUE_TAG) continue
    const name = field()?.toString()
    const value = field()
    if (name === undefined || value === null) break
    if (name === '') continue
    if (tag === INTEGER || tag === ENUM) {
      if (value.length === 4) facts.set(name, value.readInt32BE())
    } else if (tag >= TEXT) facts.set(name, value.toString())
  }
  return facts
}

/** The body of the answer; null if there is none within 10 s. */
function post(clock: Clock, address: RequestOptions, body: Buffer): Promise<Buffer | null> {
  return new Promise(resolve => {
    const asked = request({
      ...address,
      path: '/',
      method: 'POST',
      // A connection that is kept may be one to a print service that has been started anew.
      agent: false,
      headers: { 'content-type': 'application/ipp', 'content-length': body.length }
    })
    const cancel = clock.after(ANSWER_LIMIT_MS, () => asked.destroy())
    const settle = (answer: Buffer | null): void => {
      cancel()
      resolve(answer)
    }
    asked.once('response', response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('end', () => settle(response.statusCode === 200 ? Buffer.concat(chunks) : null))
      response.once('error', () => settle(null))
    })
    asked.once('error', () => settle(null))
    asked.once('close', () => settle(null))
    asked.end(body)
  })
}

/** Where `lp` looks for the print service: CUPS_SERVER, client.conf, the local socket, port 631. */
async function serverAddress(): Promise<RequestOptions> {
  const named = process.env['CUPS_SERVER'] ?? (await serverInFiles())
  const server = named?.replace(/\/version=.*$/, '') ?? SOCKETS.find(existsSync) ?? 'localhost'
  if (server.startsWith('/')) return { socketPath: server }
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(server) ?? []
  return { host: bracketed ?? plain ?? 'localhost', port: Number(port ?? 631) }
}

async function serverInFiles(): Promise<string | undefined> {
  for (const path of [join(homedir(), '.cups', 'client.conf'), '/etc/cups/client.conf']) {
    // As a rule neither is there.
    const text = await readFile(path, 'utf8').catch(() => '')
    const server = /^\s*ServerName\s+(\S+)/im.exec(text)?.[1]
    if (server !== undefined) return server
  }
  return undefined
}
