import { useEffect, useRef } from 'react'
import { useAsk, usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { BuyerWords } from './buyer-words.tsx'
import { BuyersParcels } from './buyers-parcels.tsx'
import type { Buyer } from './counter.ts'
import { ask, leaveBuyer, setBuyer, turnTo } from './handover.ts'
import { useLeft } from './use-left.ts'

/** One buyer: an order's code and the buyer's passcode, whether they belong together, and the parcels. */
export function BuyerPlace(props: { readonly buyer: Buyer; readonly isCurrent: boolean; readonly isAlone: boolean }) {
  const { buyer, isCurrent } = props
  const page = usePage()
  const { store } = page
  const { handover: words } = useTexts()
  const { id, orderCode, passcode, said, scans, isKnown } = buyer
  const left = useLeft(usePart(state => state.handover.freeAt))
  const code = orderCode.trim()
  // Without a code that somebody asked about there is nothing to look for.
  const parcels = useAsk('pickup.parcels', { orderCode: isKnown ? code : '-' })
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const isAsking = said?.kind === 'asking'
  const isReady = code !== '' && passcode.trim() !== ''
  const isDone = isKnown && parcels !== null && !parcels.some(({ state }) => state === 'ready')

  // The hand is where the next thing is to be done, whoever did the last: a scanner, or a key.
  const saidKind = said?.kind
  const hasOrder = orderCode !== ''
  const seen = useRef(scans)
  useEffect(() => {
    const isScanned = scans !== seen.current
    seen.current = scans
    if (!isCurrent) return
    if (isDone) next.current?.focus()
    else if (isKnown) return
    else if (saidKind === 'noSuchOrder') first.current?.select()
    else if (hasOrder && (isScanned || document.activeElement !== first.current)) second.current?.focus()
    else first.current?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- typing the order's code is no reason to leave it
  }, [isCurrent, isDone, isKnown, saidKind, scans])
  const nextBuyer = (
    <button
      ref={next}
      type="button"
      className="button"
      data-size="big"
      data-tone={isDone ? 'go' : 'plain'}
      onClick={() => leaveBuyer(page, id)}
    >
      {words.nextBuyer}
    </button>
  )
  return (
    <section
      className="handover-place"
      data-current={isCurrent && !props.isAlone}
      data-known={isKnown}
      aria-label={`${words.buyer} ${orderCode}`.trim()}
      aria-current={isCurrent && !props.isAlone}
      onFocus={() => turnTo(store, id)}
    >
      <BuyerWords buyer={buyer} parcels={isKnown ? parcels : null} />
      {!isKnown && (
        <form
          className="handover-form"
          aria-label={words.title}
          onSubmit={event => {
            event.preventDefault()
            if (isReady) void ask(page, id)
          }}
        >
          <label>
            {words.orderCode}
            <input
              ref={first}
              className="input mono"
              data-size="big"
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={orderCode}
              onChange={event => setBuyer(store, id, { orderCode: event.target.value })}
              onKeyDown={event => {
                if (event.key !== 'Enter' || passcode.trim() !== '') return
                event.preventDefault()
                if (hasOrder) second.current?.focus()
              }}
            />
          </label>
          <label>
            {words.passcode}
            <input
              ref={second}
              className="input mono"
              data-size="big"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              maxLength={20}
              value={passcode}
              onChange={event => setBuyer(store, id, { passcode: event.target.value })}
            />
          </label>
          <div className="handover-acts">
            <Button type="submit" tone="go" size="big" disabled={!isReady || isAsking || left !== null}>
              {words.check}
            </Button>
            {nextBuyer}
          </div>
          {left !== null && <p className="handover-left">{words.nextTry(left.minutes, left.seconds)}</p>}
        </form>
      )}
      {isKnown && parcels !== null && (
        <>
          <BuyersParcels buyerId={id} parcels={parcels} isCurrent={isCurrent} />
          <div className="handover-acts">{nextBuyer}</div>
        </>
      )}
    </section>
  )
}
