import type { DeviceView, NetworkView } from '../../shared/view.ts'
import { lookUp } from '../i18n/say.ts'
import type { Texts } from '../i18n/texts.ts'
import { useNow, useTexts, useView } from '../page.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'

/** A new token takes an owner of the account, who may be away: two weeks. */
const WARN_AHEAD_MS = 14 * 24 * 60 * 60 * 1000

type Mood = 'fine' | 'wait' | 'bad'

/** Network and queue, printer, scanners, the day's count: a picture and a word each, never colour alone. */
export function StatusLine() {
  const texts = useTexts()
  const { words, format } = texts
  const network = useView(view => view.network)
  const printer = useView(view => view.printer)
  const scanners = useView(view => view.scanners)
  const packedToday = useView(view => view.packedToday)
  const tokenExpiresAt = useView(view => view.tokenExpiresAt)
  const now = useNow(30_000)
  const endsSoon = tokenExpiresAt !== null && tokenExpiresAt - now < WARN_AHEAD_MS
  return (
    <div className="status-line">
      <Item icon={network.kind} mood={network.kind === 'online' ? 'fine' : 'bad'}>
        {networkWords(texts, network, now)}
      </Item>
      {network.attention > 0 && (
        <Item icon="problems" mood="bad">
          {words.status.attention(network.attention)}
        </Item>
      )}
      {endsSoon && (
        <Item icon="problems" mood="bad">
          {tokenExpiresAt > now
            ? words.status.tokenEnds(format.roughly(tokenExpiresAt - now))
            : words.status.tokenEnded}
        </Item>
      )}
      <Device texts={texts} icon="printer" name={words.status.printer} device={printer} />
      {scanners.length === 0 && (
        <Item icon="scanner" mood="fine">
          {words.status.noScanner}
        </Item>
      )}
      {scanners.map((scanner, index) => (
        <Device key={index} texts={texts} icon="scanner" name={words.status.scanner} device={scanner} />
      ))}
      <Item icon="sum" mood="fine">
        {words.status.packedToday(packedToday)}
      </Item>
    </div>
  )
}

function Item(props: { readonly icon: IconName; readonly mood: Mood; readonly children: string }) {
  return (
    <span className="status" data-mood={props.mood}>
      <Icon name={props.icon} />
      <span className="one-line">{props.children}</span>
    </span>
  )
}

function Device(props: {
  readonly texts: Texts
  readonly icon: IconName
  readonly name: string
  readonly device: DeviceView
}) {
  const { device, name, texts } = props
  const { words } = texts
  // The practice devices have no maker: their place in the line says what they are.
  const label = device.name === '' || device.name === 'practice' ? name : device.name
  switch (device.state) {
    case 'ready': {
      const warnings = (device.warnings ?? []).map(code => lookUp(texts.tables.warnings, code).title)
      const ready = `${label} ${words.status.ready}`
      return warnings.length === 0 ? (
        <Item icon={props.icon} mood="fine">
          {ready}
        </Item>
      ) : (
        <Item icon={props.icon} mood="wait">{`${ready}, ${warnings.join(', ')}`}</Item>
      )
    }
    case 'connecting':
      return <Item icon={props.icon} mood="wait">{`${label}: ${words.status.connecting}`}</Item>
    case 'absent':
      return <Item icon={props.icon} mood="wait">{`${label}: ${words.status.absent}`}</Item>
    case 'fault':
      return (
        <Item icon={props.icon} mood="bad">{`${label}: ${faultWords(texts, props.icon, device.fault ?? '')}`}</Item>
      )
  }
}

function faultWords({ words, tables }: Texts, icon: IconName, fault: string): string {
  if (icon !== 'scanner') return lookUp(tables.faults, fault).title
  return fault === 'lost' ? words.status.scannerLost : words.status.scannerNotFound
}

function networkWords({ words, tables, format }: Texts, network: NetworkView, now: number): string {
  const state =
    network.kind === 'blocked' ? lookUp(tables.blocks, network.block ?? '').title : words.status[network.kind]
  const isLate = network.oldestAt !== null && network.waiting > 0 && now - network.oldestAt > 120_000
  const queue =
    isLate && network.oldestAt !== null
      ? words.status.waitingSince(network.waiting, format.duration(now - network.oldestAt))
      : words.status.waiting(network.waiting)
  return `${state}, ${queue}`
}
