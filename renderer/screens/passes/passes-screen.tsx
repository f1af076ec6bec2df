import { useState } from 'react'
import type { PassView } from '../../../shared/contract/pass-methods.ts'
import { goTo, useAnswer, useLeave, useNow, usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { DeskTabs } from '../desk-tabs.tsx'
import { PassForm } from './pass-form.tsx'
import '../list-screen.css'

/** Passes to the marketplace's warehouses: who may drive in, until when, and when the next one can be made. */
export function PassesScreen() {
  const { calls } = usePage()
  const { passes: words, words: common } = useTexts()
  const [changes, setChanges] = useState(0)
  const [editing, setEditing] = useState<PassView | null>(null)
  const [deleting, setDeleting] = useState<PassView | null>(null)
  // A warehouse that a supply goes to, if the page was opened for it.
  const officeId = usePart(state => state.route.orderId)
  const answer = useAnswer('passes.desk', undefined, changes)
  const now = useNow(1000)
  const desk = answer?.value ?? null
  const changed = () => setChanges(changes + 1)
  useLeave(
    editing === null && officeId === null
      ? null
      : () => {
          setEditing(null)
          goTo({ screen: 'passes', orderId: null })
        }
  )
  async function remove(pass: PassView): Promise<void> {
    setDeleting(null)
    await calls.ask('passes.delete', { passId: pass.passId })
    changed()
  }
  return (
    <main className="list-screen">
      <div className="list-main">
        <div className="list-tools">
          <DeskTabs />
          <Button icon="reprint" onClick={changed}>
            {words.again}
          </Button>
        </div>
        <RowList
          label={words.title}
          isWhole
          rows={desk?.passes ?? []}
          keyOf={({ passId }) => passId}
          isChosen={({ passId }) => passId === editing?.passId}
          empty={answer === null ? common.common.loading : desk === null ? words.noAnswer : words.none}
        >
          {pass => (
            <>
              <button type="button" className="row-main passes-row" onClick={() => setEditing(pass)}>
                <span>
                  <b>{pass.officeName}</b>
                  <span className="quiet tiny"> {pass.officeAddress}</span>
                </span>
                <span>
                  {pass.lastName} {pass.firstName}
                </span>
                <span>
                  {pass.carModel} <b className="mono">{pass.carNumber}</b>
                </span>
                <Left pass={pass} now={now} />
              </button>
              <span className="row-acts">
                <Button icon="cross" aria-label={words.deleteOf(pass.carNumber)} onClick={() => setDeleting(pass)} />
              </span>
            </>
          )}
        </RowList>
      </div>
      {desk !== null && (
        <PassForm
          key={`${editing?.passId ?? 'new'} ${officeId ?? ''}`}
          pass={editing}
          officeId={officeId}
          offices={desk.offices}
          nextAt={desk.nextAt}
          onDone={() => {
            setEditing(null)
            if (officeId !== null) goTo({ screen: 'passes', orderId: null })
            changed()
          }}
        />
      )}
      {deleting !== null && (
        <Confirm
          title={words.deleteAsk(deleting.carNumber, deleting.officeName)}
          act={words.deleteOf(deleting.carNumber)}
          back={common.common.cancel}
          onBack={() => setDeleting(null)}
          onAct={() => void remove(deleting)}
        />
      )}
    </main>
  )
}

function Left({ pass, now }: { readonly pass: PassView; readonly now: number }) {
  const { passes: words, format } = useTexts()
  if (pass.endsAt === null) return <span className="quiet">{words.endUnknown}</span>
  const left = pass.endsAt - now
  return (
    <b className={left < 6 * 3_600_000 ? 'row-bad' : ''}>
      {left > 0 ? words.holds(format.duration(left)) : words.over}
    </b>
  )
}
