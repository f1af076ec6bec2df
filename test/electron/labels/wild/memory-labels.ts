/** A label as somebody's program made it, and the same without anything that has to be remembered. */
export type Pair = readonly [wild: string, plain: string]

/** The file: one byte a character where they all fit, else UTF-8. */
export function fileOf(zpl: string): Buffer {
  return Buffer.from(zpl, [...zpl].every(character => character <= '\u00ff') ? 'latin1' : 'utf8')
}

const LOGO = '8,1,FF818181818181FF'
const DRAWN = `^GFA,8,${LOGO}`
const NAME = '^FO8,40^A0N,20,20^FDx^FS'

/** Pictures put into the printer's memory and recalled. */
export const STORED_GRAPHICS: readonly Pair[] = [
  [`~DGR:LOGO.GRF,${LOGO}\n^XA^FO8,8^IMR:LOGO.GRF^FS${NAME}^XZ`, `^XA^FO8,8${DRAWN}^FS${NAME}^XZ`],
  [`~DYR:LOGO,A,G,${LOGO}\n^XA^FO8,8^XGR:LOGO.GRF,1,1^FS${NAME}^XZ`, `^XA^FO8,8${DRAWN}^FS${NAME}^XZ`],
  [`~DGLOGO,${LOGO}^XA^FO8,8^XGLOGO^FS^XZ`, `^XA^FO8,8${DRAWN}^FS^XZ`],
  [`~DGR:logo.grf,${LOGO}^XA^FO8,8^XGr:LOGO.GRF,1,1^FS^XZ`, `^XA^FO8,8${DRAWN}^FS^XZ`],
  [`~DGE:LOGO.GRF,${LOGO}^XA^FO8,8^IME:LOGO^FS^XZ`, `^XA^FO8,8${DRAWN}^FS^XZ`],
  [`~DYR:LOGO,A,,${LOGO}^XA^FO8,8^XGR:LOGO.GRF,1,1^FS^XZ`, `^XA^FO8,8${DRAWN}^FS^XZ`],
  [`~DYR:LOGO,B,G,2,1,\u00ff^^XA^FO8,8^XGR:LOGO^FS^XZ`, '^XA^FO8,8^GFA,2,2,1,FF5E^FS^XZ'],
  [
    `^XA~DGR:A,2,1,FF00~DGR:B,2,1,00FF^FO1,1^XGR:A^FS^FO9,9^XGR:B^FS^XZ`,
    '^XA^FO1,1^GFA,2,2,1,FF00^FS^FO9,9^GFA,2,2,1,00FF^FS^XZ'
  ],
  [`~DGR:A,2,1,FF00~DGR:A,2,1,0F0F^XA^FO1,1^XGR:A^FS^XZ`, '^XA^FO1,1^GFA,2,2,1,0F0F^FS^XZ'],
  [`~DGR:A,2,1,FF00^XA^FO1,1^XGR:A^FS^FO9,1^XGR:A^FS^XZ`, '^XA^FO1,1^GFA,2,2,1,FF00^FS^FO9,1^GFA,2,2,1,FF00^FS^XZ'],
  [`~DGR:A,2,1,FF00^XA^IDR:B*.GRF^XZ^XA^FO1,1^IMA^FS^XZ`, '^XA^FO1,1^GFA,2,2,1,FF00^FS^XZ'],
  [`~DGR:A,2,1,FF00^XA^FO1,1^XGR:A,1,1^FS^IDR:A.GRF^FS^XZ`, '^XA^FO1,1^GFA,2,2,1,FF00^FS^FS^XZ'],
  [`~DGR:A,2,1,:Z64:eJz7zwAAAv8A/w==:0000^XA^FO1,1^XGR:A^FS^XZ`, '^XA^FO1,1^GFA,2,2,1,:Z64:eJz7zwAAAv8A/w==:0000^FS^XZ']
]

/** Formats stored under a name and recalled, with the data of their numbered fields. */
export const STORED_FORMATS: readonly Pair[] = [
  [
    '^XA^DFR:STK.ZPL^FS^FO20,20^BQN,2,4^FN1^FS^FO20,200^GB300,3,3^FS^XZ\n^XA^XFR:STK.ZPL^FS^FN1^FDMA,*CScbPfQ^FS^XZ',
    '^XA^FS^FO20,20^BQN,2,4^FDMA,*CScbPfQ^FS^FO20,200^GB300,3,3^FS^FS^XZ'
  ],
  ['^XA^DFA^FS^FO1,1^FN1^FS^XZ^XA^XFA^FN1^FDx^FS^XZ', '^XA^FS^FO1,1^FDx^FS^XZ'],
  ['^XA^DFA.ZPL^FO1,1^FN1^FS^XZ^XA^XFR:A^FS^FN1^FDx^FS^XZ', '^XA^FO1,1^FDx^FS^FS^XZ'],
  [
    '^XA^DFA^FO1,1^A0N,9,9^FN1^FS^FO2,2^FN2^FS^XZ^XA^XFA^FN2^FDb^FS^FN1^FDa^FS^XZ',
    '^XA^FO1,1^A0N,9,9^FDa^FS^FO2,2^FDb^FS^XZ'
  ],
  ['^XA^DFA^FO1,1^FN1^FS^FO2,2^FN1^FS^XZ^XA^XFA^FN1^FDtwice^FS^XZ', '^XA^FO1,1^FDtwice^FS^FO2,2^FDtwice^FS^XZ'],
  ['^XA^DFA^FO1,1^FN1"Name"^FS^XZ^XA^XFA^FN1^FDx^FS^XZ', '^XA^FO1,1^FDx^FS^XZ'],
  ['^XA^DFA^FO1,1^FN1^FS^XZ^XA^XFA^FN1^FH^FDa_5Eb^FS^XZ', '^XA^FO1,1^FH^FDa_5Eb^FS^XZ'],
  ['^XA^DFA^FO1,1^FH_^FN1^FS^XZ^XA^XFA^FN1^FDa_5Eb^FS^XZ', '^XA^FO1,1^FH_^FDa_5Eb^FS^XZ'],
  [
    '^XA^DFA^FO1,1^BQN,2,4^FN1^FS^XZ^XA^XFA^FN1^FVMA,x^FS^FO9,9^FDy^FS^XZ',
    '^XA^FO1,1^BQN,2,4^FVMA,x^FS^FO9,9^FDy^FS^XZ'
  ],
  ['^XA^DFA^FO1,1^FDold^FS^XZ^XA^DFA^FO1,1^FDnew^FS^XZ^XA^XFA^FS^XZ', '^XA^FO1,1^FDnew^FS^FS^XZ'],
  ['^XA^DFA^FO1,1^FDa^FS^XZ^XA^DFB^FO2,2^FDb^FS^XZ^XA^XFA^XFB^XZ', '^XA^FO1,1^FDa^FS^FO2,2^FDb^FS^XZ'],
  ['^XA^LH5,5^DFA^FO1,1^FDa^FS^XZ^XA^XFA^XZ', '^XA^FO6,6^FDa^FS^XZ'],
  ['^XA^FO1,1^FN1^FDshown^FS^FO2,2^FN1^FS^XZ', '^XA^FO1,1^FDshown^FS^FO2,2^FDshown^FS^XZ']
]

/** What a format leaves behind for the next. */
export const EARLIER_STATE: readonly Pair[] = [
  ['^XA^CF0,60^XZ^XA^FO1,1^FDx^FS^XZ', '^XA^CF0,60^FO1,1^FDx^FS^XZ'],
  ['^XA^LH60,60^XZ^XA^FO1,1^FDx^FS^XZ', '^XA^FO61,61^FDx^FS^XZ'],
  ['^XA^FWR^XZ^XA^FO1,1^A0,9,9^FDx^FS^XZ', '^XA^FWR^FO1,1^A0,9,9^FDx^FS^XZ'],
  ['^XA^CI27^XZ^XA^FO1,1^FH^FD_E9^FS^XZ', '^XA^CI27^FO1,1^FH^FD_E9^FS^XZ'],
  ['^XA^BY3^XZ^XA^FO1,1^BCN,60^FD1^FS^XZ', '^XA^BY3^FO1,1^BCN,60^FD1^FS^XZ'],
  ['^XA^LRY^XZ^XA^FO1,1^GB9,9,9^FS^XZ', '^XA^LRY^FO1,1^GB9,9,9^FS^XZ'],
  ['^XA^MUM^XZ^XA^FO1,1^GB2,2,1^FS^XZ', '^XA^FO8,8^GB16,16,8^FS^XZ'],
  ['^XA^CW1,E:TT0003M_.TTF^XZ^XA^FO1,1^A1N,9,9^FDx^FS^XZ', '^XA^FO1,1^A@N,9,9,E:TT0003M_.TTF^FDx^FS^XZ'],
  ['^XA^POI^XZ^XA^FO1,1^FDx^FS^XZ', '^XA^POI^FO1,1^FDx^FS^XZ'],
  ['^XA^PMY^XZ^XA^PMN^FO1,1^FDx^FS^XZ', '^XA^FO1,1^FDx^FS^XZ'],
  ['^XA^CF0,60^XZ^XA^CFA,9^FO1,1^FDx^FS^XZ', '^XA^CF0,60^CFA,9^FO1,1^FDx^FS^XZ'],
  ['^XA^LH60,60^XZ^XA^LH0,0^FO1,1^FDx^FS^XZ', '^XA^FO1,1^FDx^FS^XZ'],
  ['^XA^PW320^LL464^XZ^XA^FO1,1^FDx^FS^XZ', '^XA^PW320^LL464^FO1,1^FDx^FS^XZ']
]
