/** A label that cannot be drawn as it was meant, and the command to blame. */
export type Refused = readonly [zpl: string, command: string]

const REST = '^FO8,40^A0N,20,20^FDx^FS^XZ'

/** On any printer. */
export const REFUSED: readonly Refused[] = [
  // What lies in the printer's memory, or came into it in a way that we can't follow.
  [`^XA^FO8,8^IMR:LOGO.GRF^FS${REST}`, '^IM'],
  [`^XA^FO8,8^XGR:LOGO.GRF,1,1^FS${REST}`, '^XG'],
  [`~DGR:LOGO.GRF,2,1,FF00^XA^FO8,8^XGR:LOGO.GRF,2,2^FS${REST}`, '^XG'],
  [`~DGR:LOGO.GRF,2,1,FF00^XA^IDR:*.*^XZ^XA^FO8,8^XGR:LOGO.GRF^FS${REST}`, '^XG'],
  [`~DGR:LOGO.GRF,2,1,FF00~EG^XA^FO8,8^XGR:LOGO.GRF^FS${REST}`, '^XG'],
  [`~DYR:LOGO,P,P,4,0,89504E47^XA^FO8,8^XGR:LOGO.PNG^FS${REST}`, '~DY'],
  [`~DYR:LOGO,C,G,4,1,abcd^XA^FO8,8^XGR:LOGO.GRF^FS${REST}`, '~DY'],
  [`^XA^ILR:FORM.GRF^FS${REST}`, '^IL'],
  [`^XA^ISR:FORM.GRF,N^FS${REST}`, '^IS'],
  [`^XA^XFR:STK.ZPL^FS^FN1^FDx^FS${REST}`, '^XF'],
  [`^XA^DFR:A.ZPL^XFR:A.ZPL^FS^XZ^XA^XFA^FS${REST}`, '^XF'],
  // Numbered fields that nobody fills.
  [`^XA^DFA^FO1,1^FN1^FS^XZ^XA^XFA^FS${REST}`, '^FN'],
  [`^XA^FO1,1^FN1^FS${REST}`, '^FN'],
  [`^XA^RFR,H^FN1^FS^FO1,1^FN1^FS${REST}`, '^FN'],
  // Fonts that come with the label.
  [`~DUR:OWN.TTF,4,00112233^XA^FO1,1^A@N,9,9,R:OWN.TTF^FDx^FS${REST}`, '~DU'],
  [`~DUR:OWN.TTF,4,00112233^XA^CW1,R:OWN.TTF^FO1,1^A1N,9,9^FDx^FS${REST}`, '~DU'],
  [`~DTR:OWN,4,00112233^XA^CW1,R:OWN.DAT^CF1,20^FO1,1^FDx^FS${REST}`, '~DT'],
  [`~DSR:OWN,4,00112233^XA^FO1,1^A@N,9,9,R:OWN.FNT^FDx^FS${REST}`, '~DS'],
  [`~DBR:OWN.FNT,N,9,9,0,9,1,x^XA^FO1,1^A@N,9,9,R:OWN.FNT^FDx^FS${REST}`, '~DB'],
  [`~DYR:OWN,B,T,4,,\u0001\u0002\u0003\u0004^XA^FO1,1^A@N,9,9,R:OWN.TTF^FDx^FS${REST}`, '~DY'],
  [`^XA^CW1,E:TT0003M_.TTF^CF1,20^FO1,1^FN1^FS^FN1^FDx^FS${REST}`, '^CW'],
  [`^XA^FLE:ANMDJ.TTF,E:TT0003M_.TTF,1${REST}`, '^FL'],
  // Everything mirrored, doubled, or over what the label before left.
  [`^XA^PMY${REST}`, '^PM'],
  [`^XA^PMY^XZ^XA${REST}`, '^PM'],
  [`^XA^JMB^FS${REST}`, '^JM'],
  [`^XA^MCN${REST}`, '^MC'],
  [`^XA^PA1,1,0,0${REST}`, '^PA'],
  // Units whose commands nobody can tell.
  [`^XA^MUM^FO1,1^B8N,10^FD1234567^FS${REST}`, '^MU'],
  [`^XA^MUD,150,300${REST}`, '^MU'],
  [`^XA^MUX${REST}`, '^MU'],
  [`^XA^MUM^FOB1,1^FDx^FS${REST}`, '^MU'],
  // Other signs that make nonsense.
  ['^CCA^XA^FO1,1^FDx^FS^XZ', '^CC'],
  ['^CC~^XA^FO1,1^FDx^FS^XZ', '^CC'],
  ['^CT,^XA^FO1,1^FDx^FS^XZ', '^CT'],
  ['^CD^^XA^FO1,1^FDx^FS^XZ', '^CD'],
  ['^CD;^XA^FO1,1;2^FDx^FS^XZ', '^CD'],
  // Clocks, and what nobody has heard of.
  [`^XA^FO1,1^FC%^FD%d.%m^FS${REST}`, '^FC'],
  [`^XA^FO1,1^ZQ9${REST}`, '^ZQ'],
  [`^XA^QQ^XZ^XA${REST}`, '^QQ'],
  [`^XA^LH5,5^FO1.5.2,9^FDx^FS${REST}`, '^LH']
]

/** Only where the label has to be drawn as one picture. */
export const UNDRAWABLE: readonly Refused[] = [
  ...[
    'B1',
    'B4',
    'B5',
    'B8',
    'B9',
    'BA',
    'BB',
    'BF',
    'BI',
    'BJ',
    'BK',
    'BL',
    'BM',
    'BP',
    'BR',
    'BS',
    'BT',
    'BU',
    'BZ'
  ].map(code => [`^XA^FO1,1^${code}^FD12345678^FS^XZ`, `^${code}`] as const),
  [`^XA^FO1,1^A0N,20,20^FPV^FDx^FS^XZ`, '^FP'],
  [`^XA^FO1,1^A0N,20,20^TBN,100,100^FDx^FS^XZ`, '^TB'],
  [`^XA^FM1,1,9,9^B7N,4^FDx^FS^XZ`, '^FM'],
  ['^XA^FO1,1^GE50,50,5,W^FS^FDx^FS^XZ', '^GE'],
  ['^XA^CI33^FO1,1^FH^FD_CF^FS^XZ', '^CI'],
  ['^XA^CI0,36,21^FO1,1^FD$^FS^XZ', '^CI'],
  ['^XA^CI28^FO1,1^A0N,20,20^FDПривет^FS^XZ', '^A0'],
  ['^XA^CI28^CF0,20^FO1,1^FDПривет^FS^XZ', '^A0'],
  ['^XA^CI28^CF0,20^FO1,1^ATN,20,20^FDПривет^FS^XZ', '^A0'],
  ['^XA^CI28^FO1,1^A0N,20,20^FH^FD_E2_82_BD^FS^XZ', '^A0']
]
