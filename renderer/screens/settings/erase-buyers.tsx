import { useState } from 'react'
import type { ErasedBuyers } from '../../../shared/contract/buyer-methods.ts'
import type { WhoseBuyers } from '../../../shared/domain/orders/buyer-counts.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { SettingsGroup } from './settings-parts.tsx'

/** What is kept of buyers, and its end before its time, with what that means and a report of what was erased. */
export function EraseBuyers() {
  const { calls } = usePage()
  const texts = useTexts()
  const { buyers: words, format } = texts
  const kept = useAsk('buyers.kept', undefined)
  const [asked, setAsked] = useState<WhoseBuyers | null>(null)
  const [isErasing, setErasing] = useState(false)
  const [report, setReport] = useState<ErasedBuyers | null>(null)
  if (kept === null) return null

  async function erase(of: WhoseBuyers): Promise<void> {
    setAsked(null)
    setErasing(true)
    const erased = await calls.tell('buyers.erase', { of })
    setErasing(false)
    if (erased !== null) setReport(erased)
  }

  return (
    <SettingsGroup title={words.title}>
      <p className="quiet">{words.hint}</p>
      <p>
        <b>{words.ofAll}</b>: {words.counts(kept.all)}
      </p>
      <p>
        <b>{words.ofOver}</b>: {words.counts(kept.over)}
      </p>
      <Button disabled={isErasing} onClick={() => setAsked('over')}>
        {words.eraseOver}
      </Button>
      <Button tone="refuse" disabled={isErasing} onClick={() => setAsked('all')}>
        {words.eraseAll}
      </Button>
      <div role="status">
        {isErasing && <p>{words.erasing}</p>}
        {!isErasing && report !== null && (
          <>
            <p>
              <b>{words.erased(format.dateTime(report.at), report.packer)}</b>: {words.counts(report)}
            </p>
            <p>{words.copies(report.copies)}</p>
          </>
        )}
      </div>
      {asked !== null && (
        <Confirm
          title={asked === 'all' ? words.askAll : words.askOver}
          detail={asked === 'all' ? words.meansAll : words.meansOver}
          act={words.act}
          back={texts.words.common.cancel}
          onBack={() => setAsked(null)}
          onAct={() => void erase(asked)}
        />
      )}
    </SettingsGroup>
  )
}
