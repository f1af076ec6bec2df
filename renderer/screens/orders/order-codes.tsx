import { useState } from 'react'
import type { OrderPage } from '../../../shared/contract/contract.ts'
import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import type { MetaKey } from '../../../shared/domain/orders/orders.ts'
import { codeWords } from '../../i18n/say.ts'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { Confirm } from '../../ui/confirm.tsx'

/** The collected codes with the marketplace's verdicts; each can be deleted but the expiry date, and until the order is on its way. */
export function OrderCodes(props: {
  readonly orderId: number
  readonly codes: OrderPage['codes']
  /** Of an order that is on its way nothing can be erased. */
  readonly isFinal: boolean
}) {
  const { calls } = usePage()
  const { words, names, format } = useTexts()
  const [leaving, setLeaving] = useState<MetaKey | null>(null)
  const { orderId, isFinal } = props
  return (
    <section>
      <h3>{words.orders.codes}</h3>
      {props.codes.map(code => (
        <div key={code.key} className="side-code">
          <span>
            <b>{names.meta[code.key]}</b>{' '}
            <span className={code.state === 'refused' ? 'row-bad' : 'quiet'}>
              {words.orders.codeStates[code.state]}
              {code.decision !== null && <Verdict codeKey={code.key} decision={code.decision} />}
            </span>
          </span>
          <span className="side-acts">
            {code.key === 'sgtin' && (
              <Button
                icon="printer"
                onClick={() => void calls.print('labels.print', { kind: 'markingCode', orderId, key: code.key })}
              >
                {words.orders.printCode}
              </Button>
            )}
            {code.key !== 'expiration' && !isFinal && (
              <Button onClick={() => setLeaving(code.key)}>{words.orders.deleteCode}</Button>
            )}
          </span>
          {code.values.map(value => (
            <span key={value} className="mono">
              <CodeText text={formatForPerson(value)} />
            </span>
          ))}
        </div>
      ))}
      {leaving !== null && (
        <Confirm
          title={words.orders.deleteAsk(names.meta[leaving], format.orderId(orderId))}
          act={words.orders.deleteDo(names.meta[leaving])}
          back={words.common.cancel}
          onBack={() => setLeaving(null)}
          onAct={() => {
            setLeaving(null)
            void calls.act('orders.deleteCode', { orderId, key: leaving })
          }}
        />
      )}
    </section>
  )
}

/** The marketplace's verdict, whose move it is, and its own word for it. */
function Verdict({ codeKey, decision }: { readonly codeKey: MetaKey; readonly decision: string }) {
  const { verdicts } = useTexts()
  const { title, remedy } = codeWords(verdicts, codeKey, decision)
  return (
    <>
      {`: ${title}`}
      {remedy !== '' && `. ${remedy}`} <span className="tiny mono quiet">{decision}</span>
    </>
  )
}
