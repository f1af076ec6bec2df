import { useEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-sheet.css'

/** A sheet for the browser's own printing (A4): not on the screen, alone on the paper; printed as soon as it is drawn. */
export function PrintSheet(props: { readonly onPrinted: () => void; readonly children: ReactNode }) {
  const { onPrinted, children } = props
  useEffect(() => {
    // Some browsers print while the page goes on: the sheet stands until they say that it is over.
    window.addEventListener('afterprint', onPrinted)
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  useEffect(() => {
    // A picture that can't be drawn keeps nobody from the rest.
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.print-sheet img')].map(picture =>
      picture.decode().catch(() => undefined)
    )
    void Promise.all(pictures).then(() => window.print())
  }, [])
  return createPortal(<div className="print-sheet">{children}</div>, document.body)
}
