import { useState } from 'react'
import type { ConnectResult, DataTrouble as Trouble, Mend } from '../../shared/contract/account-methods.ts'
import { usePage, useTexts } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'

/** What can be done besides trying again and putting back a copy. */
const WAYS: { readonly [W in Trouble['why']]?: 'keep' | 'empty' } = {
  damaged: 'empty',
  missing: 'empty',
  behind: 'keep'
}

/** The files of a seller that can't be used: why, what can be put back, and what that would cost. */
export function DataTrouble({
  trouble,
  onResult
}: {
  readonly trouble: Trouble
  readonly onResult: (result: ConnectResult) => void
}) {
  const { calls } = usePage()
  const { dataTrouble: words } = useTexts()
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { title, remedy } = words.say(trouble)
  const { backup, folder } = trouble
  const way = WAYS[trouble.why]

  async function mend(how: Mend): Promise<void> {
    setAsking(false)
    setBusy(true)
    const result = await calls.ask('account.mend', { how })
    setBusy(false)
    if (result !== null) onResult(result)
  }

  return (
    <section className="setup-way setup-trouble" role="alert">
      <h2>{title}</h2>
      <p>{remedy}.</p>
      <p className="mono quiet">{folder}</p>
      {backup !== null && <p>{words.cost(backup)}.</p>}
      <div className="setup-mends">
        {backup !== null && (
          <Button tone="go" size="big" disabled={isBusy} onClick={() => void mend('restore')}>
            {words.restore(backup.at)}
          </Button>
        )}
        <Button size="big" disabled={isBusy} onClick={() => void mend('again')}>
          {words.mends.again}
        </Button>
        {way !== undefined && (
          <Button size="big" tone="refuse" disabled={isBusy} onClick={() => setAsking(true)}>
            {words.mends[way]}
          </Button>
        )}
      </div>
      {isAsking && way !== undefined && (
        <Confirm
          title={words.sure[way]}
          detail={words.sure.detail}
          act={words.mends[way]}
          back={words.sure.back}
          onAct={() => void mend(way)}
          onBack={() => setAsking(false)}
        />
      )}
    </section>
  )
}
