import { readIppJob } from '../../../electron/devices/printers/queues/ipp.ts'
import { readReceiptStatus } from '../../../shared/domain/printing/receipt-status.ts'
import { formatZebraErrors } from '../../../shared/domain/printing/zebra-errors.ts'
import { createZebraReplyReader, formatZebraStatus } from '../../../shared/domain/printing/zebra-status.ts'
import { door, type Door } from '../door.ts'
import { mutateBytes, mutateText, showBytes, showText } from '../mutate.ts'

const STATUSES = ([null, 'headOpen', 'paperOut', 'ribbonOut', 'paused'] as const).map(fault =>
  formatZebraStatus({ fault, labelsWaiting: 3, formatsWaiting: 1 })
)
const ERRORS = ([null, 'cutter', 'headFailed', 'motorHot'] as const).map(fault =>
  formatZebraErrors({ fault, warnings: ['cleanHead'] })
)
const VARIABLES = ['"1234"', '"?"', '"ZTC ZD421-203dpi ZPL"\r\n']

/** What a label printer says of itself: answers by themselves and one after another, the same however they are cut. */
export function openStatusLines(): Door {
  return door<string>({
    name: 'status lines',
    share: 10,
    samples: [...STATUSES, ...ERRORS, ...VARIABLES, [...STATUSES, ...VARIABLES, ...ERRORS].join('')],
    mutate: mutateText,
    enter(text) {
      const whole = repliesIn([text])
      const cut = repliesIn(text.match(/[^]{1,7}/g) ?? [])
      if (whole.join(' ') !== cut.join(' ')) throw new Error(`cut up it said ${cut.join(' ')}`)
      const bytes = Buffer.from(text.slice(0, 4).padEnd(4), 'latin1')
      const [printer = 0, offline = 0, error = 0, paper = 0] = bytes
      return `${whole.slice(0, 3).join(' ')} ${readReceiptStatus({ printer, offline, error, paper }).fault}`
    },
    words: [],
    show: showText
  })
}

function repliesIn(chunks: readonly string[]): readonly string[] {
  const heard: string[] = []
  const read = createZebraReplyReader(reply => {
    if (reply.kind === 'status') heard.push(`status ${reply.status.fault}`)
    else if (reply.kind === 'errors') heard.push(`errors ${reply.errors.fault}`)
    else heard.push(`variable ${Math.min(reply.value.length, 4)}`)
  })
  for (const chunk of chunks) read(chunk)
  return heard
}

/** One attribute of an IPP answer (RFC 8010). */
function attribute(tag: number, name: string, value: Buffer): Buffer {
  const length = (bytes: Buffer): Buffer => Buffer.from([bytes.length >> 8, bytes.length & 0xff])
  const text = Buffer.from(name)
  return Buffer.concat([Buffer.from([tag]), length(text), text, length(value), value])
}

const number = (value: number): Buffer => Buffer.from([0, 0, 0, value])
const IPP = [3, 5, 7, 9].map(state =>
  Buffer.concat([
    Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 1]),
    attribute(0x47, 'attributes-charset', Buffer.from('utf-8')),
    Buffer.from([2]),
    attribute(0x23, 'job-state', number(state)),
    attribute(0x21, 'time-at-processing', number(9)),
    attribute(0x21, 'job-impressions-completed', number(1)),
    attribute(0x41, 'job-printer-state-message', Buffer.from('Waiting for printer to become available.')),
    Buffer.from([3])
  ])
)

/** What the print service's records say of a job. */
export function openPrintRecords(): Door {
  return door<Uint8Array>({
    name: 'print records',
    share: 4,
    samples: [...IPP, Buffer.from([2, 0, 0x04, 0x06, 0, 0, 0, 1, 3]), Buffer.alloc(0)],
    mutate: mutateBytes,
    enter(answer) {
      const job = readIppJob(Buffer.from(answer))
      return job.kind === 'known' ? `known ${job.state} ${job.begunAt === null}` : job.kind
    },
    words: ['known 9 false', 'notFound', 'noAnswer'],
    show: showBytes
  })
}
