import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { limits } from '../../../electron/api/limits/limits.ts'
import { refusalOf } from '../../../electron/browser/guard.ts'
import { takeLimits } from '../../../electron/composition/limits-file.ts'
import { parseHostOptions } from '../../../electron/host-options.ts'
import { readHolder } from '../../../electron/instance-lock.ts'
import { makePracticeToken } from '../../../electron/practice/marketplace/http/token.ts'
import { readStatic } from '../../../electron/static-files.ts'
import { readSeen } from '../../../electron/store/seen-file.ts'
import { readToken } from '../../../shared/domain/account/token.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { door, type Door } from '../door.ts'
import { mutateText, showText } from '../mutate.ts'

/** What of a folder can be left by another version or another hand: the first letter says which. */
const FILES: Readonly<Record<string, readonly [name: string, text: string]>> = {
  l: [
    'limits.json',
    JSON.stringify({
      at: Date.UTC(2026, 0, 15),
      groups: { ping: { level: 1, sleepMs: 0 }, x: { level: -5, sleepMs: 9 } }
    })
  ],
  s: ['station.db.seen', JSON.stringify({ seq: 12, at: Date.UTC(2026, 0, 15), isRestored: false })],
  h: [
    'running.json',
    JSON.stringify({ pid: 5, startedAt: 1, host: 'browser', control: { port: 8080, secret: 'x'.repeat(43) } })
  ]
}

/** The notes beside the database: what they say, or nothing. */
export function openNotes(): Door {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-fuzz-'))
  return door<string>({
    name: 'notes',
    share: 1,
    samples: Object.entries(FILES).map(([letter, [, text]]) => letter + text),
    mutate: (random, base, other) => base.charAt(0) + mutateText(random, base.slice(1), other.slice(1)),
    enter(input) {
      const letter = input.charAt(0)
      const [name] = FILES[letter] ?? ['']
      writeFileSync(join(folder, name), input.slice(1))
      if (letter === 's') return `seen ${readSeen(join(folder, 'station.db')) !== null}`
      if (letter === 'h') return `holder ${readHolder(folder) !== null}`
      const restore = takeLimits(join(folder, name))
      if (restore === undefined) return 'limits unread'
      const clock = createVirtualClock(Date.UTC(2026, 0, 15))
      const limiter = createLimiter({ clock, limits, restore })
      void limiter.acquire('ping', 'urgent')
      const waits = limiter.freeInMs('ping')
      const overdrawn = limiter.levels().find(({ level, burst }) => !(level >= 0 && level <= burst))
      limiter.close()
      if (overdrawn !== undefined || Number.isNaN(waits))
        throw new Error(`a bucket of ${overdrawn?.level}, ${waits} ms`)
      return 'limits read'
    },
    words: ['seen true', 'seen false', 'holder true', 'holder false', 'limits read', 'limits unread'],
    show: showText,
    close: async () => rmSync(folder, { recursive: true, force: true })
  })
}

const NOW = Date.UTC(2026, 0, 15)
const TOKEN = makePracticeToken(1, NOW)

/** What a person pastes for a token. */
export function openTokens(): Door {
  return door<string>({
    name: 'tokens',
    share: 3,
    samples: [TOKEN, `Bearer ${TOKEN}`, `Authorization: "${TOKEN}"`, TOKEN.split('.')[1] ?? '', TOKEN.slice(0, 80)],
    mutate: mutateText,
    enter(text) {
      const facts = readToken(text)
      return facts.kind === 'ok' ? `ok ${facts.type} ${facts.sandbox}` : facts.why
    },
    words: ['notToken', 'notWhole'],
    show: showText
  })
}

const OWN = '127.0.0.1:8123'
const HEADS: readonly string[] = [
  `${OWN}\n\n`,
  `${OWN}\nhttp://${OWN}\nsame-origin`,
  `${OWN}\nnull\ncross-site`,
  `${OWN}\nhttp://evil.example\ncross-site`,
  'evil.example\nhttp://evil.example\nsame-origin'
]

/** Host, Origin and fetch site, a line each: nobody but the station's own page is let in, however they are written. */
export function openHeads(): Door {
  return door<string>({
    name: 'request heads',
    share: 3,
    samples: HEADS,
    mutate: mutateText,
    enter(text) {
      const [host, origin, site] = text.split('\n')
      const headers = { host, origin: origin || undefined, 'sec-fetch-site': site || undefined }
      const said = refusalOf(headers, OWN, 'page')
      if (said === null && (host !== OWN || origin !== `http://${OWN}`)) throw new Error('a stranger was let in')
      return `${said} ${refusalOf(headers, OWN, 'launchFile')} ${refusalOf(headers, OWN, 'anyone')}`
    },
    words: [
      'null foreignOrigin null',
      'noOrigin foreignOrigin null',
      'foreignHost foreignHost foreignHost',
      'foreignOrigin null foreignOrigin'
    ],
    show: showText
  })
}

/** Paths of a request: files of the page, or nothing, never one that lies elsewhere. */
export function openPaths(): Door {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-fuzz-'))
  const root = join(folder, 'page')
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  return door<string>({
    name: 'paths',
    share: 2,
    samples: [
      '/index.html',
      '/',
      '/assets/index-1a2b.js',
      '/../secret.json',
      '/%2e%2e/secret.json',
      '/..%5csecret.json'
    ],
    mutate: mutateText,
    async enter(path) {
      const file = await readStatic(root, path)
      if (file !== null) throw new Error('a file of another folder')
      return 'nothing'
    },
    words: ['nothing'],
    show: showText,
    close: async () => rmSync(folder, { recursive: true, force: true })
  })
}

/** Words of a command line, parted by spaces; the last after a bar is the address in the environment. */
export function openOptions(): Door {
  return door<string>({
    name: 'options',
    share: 1,
    samples: [
      '--practice --heap 3,0,0|http://127.0.0.1:8787',
      '--data /tmp/x --port 8080 --no-open|',
      '--help|http://localhost',
      '--remote-debugging-port=9222|http://evil.example'
    ],
    mutate: mutateText,
    enter(text) {
      const [words = '', address = ''] = text.split('|')
      const environment = address === '' ? {} : { VERSTAK_MARKETPLACE_URL: address }
      const read = parseHostOptions(words.split(' '), text.length % 2 === 0, environment)
      if (read.kind === 'wrong') return `wrong ${read.message.slice(0, 12)}`
      const host = URL.parse(read.options.marketplaceUrl ?? 'http://localhost')?.hostname ?? ''
      if (!/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)) throw new Error(`a token for ${host}`)
      return `ok ${read.options.practice}`
    },
    words: ['ok true', 'ok false'],
    show: showText
  })
}
