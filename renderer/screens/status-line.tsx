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
  const printers = useView(view => view.printers)
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
      {printers.length === 0 && (
        <Item icon="printer" mood="bad">
          {words.status.noPrinter}
        </Item>
      )}
      <Devices texts={texts} icon="printer" name={words.status.printer} devices={printers} />
      {scanners.length === 0 && (
        <Item icon="scanner" mood="fine">
          {words.status.noScanner}
        </Item>
      )}
      <Devices texts={texts} icon="scanner" name={words.status.scanner} devices={scanners} />
      <Item icon="sum" mood="fine">
        {words.status.packedToday(packedToday)}
      </Item>
    </div>
  )
}

function Item(props: {
  readonly icon: IconName
  readonly mood: Mood
  /** A word or two, never cut. */
  readonly isShort?: boolean
  readonly children: string
}) {
  return (
    <span className="status" data-mood={props.mood} data-short={props.isShort}>
      <Icon name={props.icon} />
      <span className="one-line">{props.children}</span>
    </span>
  )
}

/** The only one of its kind by its name; of several those that need looking after, and how many are fine. */
function Devices(props: {
  readonly texts: Texts
  readonly icon: IconName
  readonly name: string
  readonly devices: readonly (DeviceView & { readonly waiting?: number })[]
}) {
  const { devices, ...shared } = props
  const fine = devices.filter(({ state, warnings = [] }) => state === 'ready' && warnings.length === 0)
  const isOne = devices.length === 1
  const shown = isOne ? devices : devices.filter(device => !fine.includes(device))
  return (
    <>
      {shown.map((device, index) => {
        const { waiting = 0 } = device
        const note = waiting > 0 && device.state !== 'ready' ? props.texts.words.status.labelsWait(waiting) : ''
        return <Device key={index} {...shared} device={device} note={note} />
      })}
      {!isOne && fine.length > 0 && (
        <Item icon={props.icon} mood="fine" isShort>
          {props.texts.words.status.countReady(fine.length)}
        </Item>
      )}
    </>
  )
}

function Device(props: {
  readonly texts: Texts
  readonly icon: IconName
  readonly name: string
  readonly device: DeviceView
  /** Beside its state, where there is something to say. */
  readonly note: string
}) {
  const { device, name, texts, note } = props
  const { words } = texts
  // The practice devices have no maker: their place in the line says what they are.
  const label = device.name === '' || device.name === 'practice' ? name : device.name
  const said = (words: string) => [words, note].filter(part => part !== '').join(', ')
  switch (device.state) {
    case 'ready': {
      const warnings = (device.warnings ?? []).map(code => lookUp(texts.tables.warnings, code).title)
      const ready = warnings.length === 0 ? `${label} ${words.status.ready}` : `${label}: ${warnings.join(', ')}`
      return (
        <Item icon={props.icon} mood={warnings.length === 0 ? 'fine' : 'wait'}>
          {ready}
        </Item>
      )
    }
    case 'connecting':
      return <Item icon={props.icon} mood="wait">{`${label}: ${said(words.status.connecting)}`}</Item>
    case 'absent':
      return <Item icon={props.icon} mood="wait">{`${label}: ${said(words.status.absent)}`}</Item>
    case 'fault': {
      const fault = said(faultWords(texts, props.icon, device.fault ?? ''))
      return <Item icon={props.icon} mood="bad">{`${label}: ${fault}`}</Item>
    }
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
