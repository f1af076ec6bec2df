import { datamatrix, ean13, qrcode, type DrawingContext } from 'bwip-js/generic'
import { memo, useMemo, type CSSProperties } from 'react'
import './barcode.css'
import { drawOutline, type Outline } from './barcode-outline.ts'

export type Symbology = 'qrcode' | 'gs1datamatrix' | 'ean13'

interface Kind {
  /** The writer's units to a module. */
  readonly units: number
  /** Empty modules around it: at least what the symbology's standard asks for. */
  readonly quiet: number
  readonly draw: (text: string, context: DrawingContext<Outline>) => Outline
}

const KINDS: { readonly [name in Symbology]: Kind } = {
  qrcode: {
    units: 2,
    quiet: 4,
    draw(text, context) {
      const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 }
      return qrcode<Outline>(options, context)
    }
  },
  gs1datamatrix: {
    units: 2,
    quiet: 4,
    // FNC1 first makes it GS1; further ones are read as GS.
    draw: (text, context) =>
      datamatrix<Outline>(
        {
          bcid: 'datamatrix',
          text: `^FNC1${text.replaceAll('^', '^^').replaceAll('\u001d', '^FNC1')}`,
          parsefnc: true,
          scale: 1
        },
        context
      )
  },
  ean13: {
    units: 1,
    quiet: 12,
    draw: (text, context) => ean13<Outline>({ bcid: 'ean13', text, includetext: false, scale: 1, height: 12 }, context)
  }
}

/** A code that a scanner reads off the screen: black on white with its quiet zone, in every theme. */
export const Barcode = memo(function Barcode({
  text,
  symbology = 'qrcode'
}: {
  readonly text: string
  readonly symbology?: Symbology
}) {
  const { units, quiet, draw } = KINDS[symbology]
  const outline = useMemo(() => drawOutline(context => draw(text, context), quiet * units), [text, draw, quiet, units])
  return (
    <svg
      className="barcode"
      style={{ '--modules': outline.width / units } as CSSProperties}
      viewBox={`0 0 ${outline.width} ${outline.height}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <rect width={outline.width} height={outline.height} fill="#ffffff" />
      <path d={outline.path} fill="#000000" fillRule="evenodd" />
    </svg>
  )
})
