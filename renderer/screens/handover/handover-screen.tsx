import { useEffect, useRef } from 'react'
import type { FaceKind } from '../../../shared/domain/messages.ts'
import type { Phrase } from '../../i18n/phrase.ts'
import { usePage, usePart, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { FaceIcon } from '../../ui/face-icon.tsx'
import { NOBODY } from './counter.ts'
import { ask, setHandover } from './handover.ts'
import { BuyersParcels, RefusedHandovers } from './handover-ends.tsx'
import { useLeft } from './use-left.ts'
import './handover.css'

/** The counter: an order's code and the buyer's passcode, and whether they belong together. */
export function HandoverScreen() {
  const page = usePage()
  const { handover: words } = useTexts()
  const { orderCode, passcode, said, scans, freeAt } = usePart(state => state.handover)
  const left = useLeft(freeAt)
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLButtonElement>(null)
  const isOver = said?.kind === 'same'
  const isAsking = said?.kind === 'asking'
  const isReady = orderCode.trim() !== '' && passcode.trim() !== ''

  // The hand is where the next thing is to be done, whoever did the last: a scanner, or a key.
  const hasOrder = orderCode !== ''
  const saidKind = said?.kind
  const seen = useRef(scans)
  useEffect(() => {
    const isScanned = scans !== seen.current
    seen.current = scans
    if (isOver) again.current?.focus()
    else if (saidKind === 'noSuchOrder') first.current?.select()
    else if (hasOrder && (isScanned || document.activeElement !== first.current)) second.current?.focus()
    else first.current?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- typing the order's code is no reason to leave it
  }, [isOver, saidKind, scans])
  return (
    <main className="handover">
      <HandoverWords />
      <form
        className="handover-form"
        aria-label={words.title}
        onSubmit={event => {
          event.preventDefault()
          if (isReady) void ask(page)
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
            onChange={event => setHandover(page.store, { orderCode: event.target.value })}
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
            onChange={event => setHandover(page.store, { passcode: event.target.value })}
          />
        </label>
        <div className="handover-acts">
          {!isOver && (
            <Button type="submit" tone="go" size="big" disabled={!isReady || isAsking || left !== null}>
              {words.check}
            </Button>
          )}
          <button
            ref={again}
            type="button"
            className="button"
            data-size="big"
            data-tone={isOver ? 'go' : 'plain'}
            onClick={() => {
              setHandover(page.store, { ...NOBODY, freeAt })
              first.current?.focus()
            }}
          >
            {words.nextBuyer}
          </button>
        </div>
        {left !== null && <p className="handover-left">{words.nextTry(left.minutes, left.seconds)}</p>}
      </form>
      {isOver && <BuyersParcels key={orderCode} orderCode={orderCode} />}
      <RefusedHandovers />
    </main>
  )
}

/** What is so and what to do, large; told to whoever can't see it as well. */
function HandoverWords() {
  const { handover: words } = useTexts()
  const { orderCode, said } = usePart(state => state.handover)
  const { least, most } = useView(view => view.settings.api.passcodeDigits)
  const [face, phrase]: readonly [FaceKind, Phrase] = (() => {
    switch (said?.kind) {
      case undefined:
        return orderCode === '' ? ['waiting', words.start] : ['goOn', words.next]
      case 'asking':
        return ['goOn', words.asking]
      case 'same':
        return ['done', words.same(orderCode)]
      case 'noSuchOrder':
        return ['refused', words.noSuchOrder(orderCode)]
      case 'wrongPasscode':
        return ['refused', words.wrongPasscode]
      case 'malformed':
        return ['refused', words.malformed(least, most)]
      case 'notScanned':
        return ['refused', words.notScanned]
      case 'refused':
        return ['refused', words.refused(said.code)]
      case 'noAnswer':
        return ['refused', words.noAnswer]
    }
  })()
  return (
    <section className="handover-words" data-face={face} role="status">
      <FaceIcon face={face} />
      <div>
        <h1>{phrase.title}</h1>
        <p>{phrase.remedy}</p>
        {phrase.details !== undefined && <p className="quiet">{phrase.details}</p>}
      </div>
    </section>
  )
}
