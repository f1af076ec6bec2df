import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Asks before what can't be taken back, or (`go`) before much at a press: the safe choice has the focus, the other names the act. */
export function Confirm(props: {
  readonly title: string
  readonly detail?: string
  readonly act: string
  readonly tone?: 'go' | 'refuse'
  readonly back: string
  readonly onAct: () => void
  readonly onBack: () => void
  /** What has to be filled in first, and whether it is. */
  readonly children?: ReactNode
  readonly isReady?: boolean
}) {
  const { tone = 'refuse' } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className="dialog" data-tone={tone} onCancel={props.onBack}>
      <h2>{props.title}</h2>
      {props.detail !== undefined && <p>{props.detail}</p>}
      {props.children}
      <div className="dialog-acts">
        <Button size="big" autoFocus onClick={props.onBack}>
          {props.back}
        </Button>
        <Button size="big" tone={tone} disabled={props.isReady === false} onClick={props.onAct}>
          {props.act}
        </Button>
      </div>
    </dialog>
  )
}
