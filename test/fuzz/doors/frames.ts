import { createFramer, MAX_FRAME_BYTES } from '../../../electron/devices/scanners/framing.ts'
import { createPosReader } from '../../../electron/devices/scanners/pos-report.ts'
import { SCAN_ENCODINGS, SCAN_SUFFIXES } from '../../../shared/domain/scanning/scanners.ts'
import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import { door, type Door } from '../door.ts'
import { mutateBytes, showBytes } from '../mutate.ts'
import { Random } from '../random.ts'
import { SCANS } from './scans.ts'

/** Nothing runs by itself: a pause comes when the test says so. */
function standingClock() {
  const due = new Set<() => void>()
  return {
    now: () => 0,
    monotonic: () => 0,
    after: (_ms: number, run: () => void) => {
      due.add(run)
      return () => void due.delete(run)
    },
    passAll(): void {
      while (due.size > 0) {
        const jobs = [...due]
        due.clear()
        for (const job of jobs) job()
      }
    }
  }
}

/** The first byte chooses suffix, encoding and cuts. */
const samples = SCANS.flatMap((text, index) => [
  Buffer.from(`${String.fromCharCode(index)}${text}\r`),
  Buffer.from(`${String.fromCharCode(index * 3)}\u0002${text}\u0003\r\n${text}\n`)
])

/** Bytes of a scanner on a line, however they are cut: the same frames, none of them over-long, each of them some scan. */
export function openFrames(): Door {
  return door<Uint8Array>({
    name: 'frames',
    share: 12,
    samples,
    mutate: mutateBytes,
    enter(input) {
      const choice = input[0] ?? 0
      const bytes = input.subarray(1)
      const how = {
        suffix: SCAN_SUFFIXES[choice % SCAN_SUFFIXES.length] ?? 'any',
        encoding: SCAN_ENCODINGS[(choice >> 3) % SCAN_ENCODINGS.length] ?? 'auto'
      }
      const whole = framesOf(how, [bytes])
      const cut = framesOf(how, cutUp(new Random(choice), bytes))
      if (whole.join('\n') !== cut.join('\n')) throw new Error(`cut up they were ${JSON.stringify(cut)}`)
      const longest = whole.reduce((most, { length }) => Math.max(most, length), 0)
      if (longest > MAX_FRAME_BYTES) throw new Error(`a frame of ${longest} characters`)
      return `${Math.min(3, whole.length)} ${whole[0] === undefined ? 'nothing' : decodeScan(whole[0]).kind}`
    },
    words: ['0 nothing', '1 product', '1 markingCode', '2 product', '1 unknown'],
    show: showBytes
  })
}

type How = Pick<Parameters<typeof createFramer>[0], 'suffix' | 'encoding'>

function framesOf(how: How, chunks: readonly Uint8Array[]): readonly string[] {
  const frames: string[] = []
  const clock = standingClock()
  const framer = createFramer({ clock, ...how, onFrame: text => frames.push(text) })
  for (const chunk of chunks) framer.push(chunk)
  clock.passAll()
  framer.close()
  return frames
}

function cutUp(random: Random, bytes: Uint8Array): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  for (let from = 0; from < bytes.length;) {
    const to = from + 1 + random.below(20)
    chunks.push(bytes.subarray(from, to))
    from = to
  }
  return chunks
}

const reports = SCANS.map(text => {
  const data = Buffer.from(text).subarray(0, 56)
  const report = Buffer.alloc(64)
  report.set([0x02, data.length, 0x5d, 0x64, 0x32])
  report.set(data, 5)
  return report
})

/** Reports of a HID scanner, several in a row. */
export function openReports(): Door {
  return door<Uint8Array>({
    name: 'reports',
    share: 5,
    samples: [...reports, Buffer.concat(reports.slice(0, 4))],
    mutate: mutateBytes,
    enter(bytes) {
      const frames: string[] = []
      const read = createPosReader(text => frames.push(text))
      for (let from = 0; from < bytes.length; from += 64) read(bytes.subarray(from, from + 64))
      if (frames.some(({ length }) => length > MAX_FRAME_BYTES + 3)) throw new Error('an over-long frame')
      return `${Math.min(3, frames.length)} ${frames[0] === undefined ? 'nothing' : decodeScan(frames[0]).kind}`
    },
    words: ['0 nothing', '1 product', '1 markingCode'],
    show: showBytes
  })
}
