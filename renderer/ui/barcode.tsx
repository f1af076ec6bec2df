import { qrcode } from 'bwip-js/generic'
import { memo, useMemo, type CSSProperties } from 'react'
import './barcode.css'
import { drawOutline, type Outline } from './barcode-outline.ts'

/** The writer draws a module as two units. */
const UNITS = 2
/** Empty modules around a QR code (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** A QR code that a scanner reads off the screen: black on white with its quiet zone, in every theme. */
export const Barcode = memo(function Barcode({ text }: { readonly text: string }) {
  const outline = useMemo(() => {
    const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 }
    return drawOutline(context => qrcode<Outline>(options, context), QUIET_ZONE * UNITS)
  }, [text])
  return (
    <svg
      className="barcode"
      style={{ '--modules': outline.width / UNITS } as CSSProperties}
      viewBox={`0 0 ${outline.width} ${outline.height}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <rect width={outline.width} height={outline.height} fill="#ffffff" />
      <path d={outline.path} fill="#000000" fillRule="evenodd" />
    </svg>
  )
})
