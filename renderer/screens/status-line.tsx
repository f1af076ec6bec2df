import type { Texts } from '../i18n/texts.ts'
import { useNow, useTexts, useView } from '../page.ts'
import { Icon } from '../ui/icon.tsx'
import { openDevice } from './devices/chosen.ts'
import { OddItems } from './odd-items.tsx'
import { networkItem, printerItems, scannerItems, type StatusItem } from './status-items.ts'

/** A new token takes an owner of the account, who may be away: two weeks. */
const WARN_AHEAD_MS = 14 * 24 * 60 * 60 * 1000

/**
 * Network and queue, printers, scanners, the day's count: a picture and a word each, never colour alone. What needs a person
 * is never left out; what is well gives way, whole items at a time.
 */
export function StatusLine() {
  const texts = useTexts()
  const network = useView(view => view.network)
  const news = useView(view => view.news)
  const printers = useView(view => view.printers)
  const scanners = useView(view => view.scanners)
  const ownScanners = useView(view => view.settings.scanners)
  const packedToday = useView(view => view.packedToday)
  const tokenExpiresAt = useView(view => view.tokenExpiresAt)
  const clockOffMs = useView(view => view.clockOffMs)
  const now = useNow(30_000)
  const devices = [...printerItems(texts, printers), ...scannerItems(texts, scanners, ownScanners)]
  const { status } = texts.words
  return (
    <section className="status-line" aria-label={status.label}>
      <div className="status-first">
        <Item item={networkItem(texts, network, news, now)} />
        {network.attention > 0 && <Trouble words={status.attention(network.attention)} />}
        <OddItems texts={texts} news={news} />
        {clockOffMs !== 0 && (
          <Trouble words={status.clockOff(texts.format.roughly(Math.abs(clockOffMs)), clockOffMs > 0)} />
        )}
        <Token texts={texts} endsAt={tokenExpiresAt} now={now} />
        {devices
          .filter(({ mood }) => mood !== 'fine')
          .map(item => (
            <Item key={item.key} item={item} />
          ))}
      </div>
      <div className="status-rest">
        {devices
          .filter(({ mood }) => mood === 'fine')
          .map(item => (
            <Item key={item.key} item={item} />
          ))}
        <Item item={{ key: 'packed', icon: 'sum', mood: 'fine', words: status.packedToday(packedToday) }} />
      </div>
    </section>
  )
}

function Token(props: { readonly texts: Texts; readonly endsAt: number | null; readonly now: number }) {
  const { endsAt, now, texts } = props
  const { status } = texts.words
  if (endsAt === null || endsAt - now >= WARN_AHEAD_MS) return null
  return <Trouble words={endsAt > now ? status.tokenEnds(texts.format.roughly(endsAt - now)) : status.tokenEnded} />
}

function Trouble({ words }: { readonly words: string }) {
  return <Item item={{ key: words, icon: 'problems', mood: 'bad', words }} />
}

function Item({ item }: { readonly item: StatusItem }) {
  const { mood, leadsTo, words, hint = words } = item
  const content = (
    <>
      <Icon name={item.icon} />
      <span className="one-line">{words}</span>
    </>
  )
  if (leadsTo === undefined) {
    return (
      <span className="status" data-mood={mood} title={hint}>
        {content}
      </span>
    )
  }
  return (
    <button type="button" className="status" data-mood={mood} title={hint} onClick={() => openDevice(leadsTo)}>
      {content}
    </button>
  )
}
