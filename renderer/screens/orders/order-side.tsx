import type { ReactNode } from 'react'
import { goTo, useTexts } from '../../page.ts'
import type { Screen } from '../../route.ts'
import { Button } from '../../ui/button.tsx'

/** The panel at the right of a list that tells of one order; closing it leaves the list. */
export function OrderSide(props: { readonly orderId: number; readonly screen: Screen; readonly children: ReactNode }) {
  const { words, format } = useTexts()
  const title = words.order.order(format.orderId(props.orderId))
  return (
    <aside className="side" aria-label={title}>
      <header className="side-head">
        <h2>{title}</h2>
        <Button
          icon="close"
          aria-label={words.common.close}
          onClick={() => goTo({ screen: props.screen, orderId: null })}
        />
      </header>
      {props.children}
    </aside>
  )
}
