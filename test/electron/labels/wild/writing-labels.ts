import type { Pair } from './memory-labels.ts'

const FONT = 'E:TT0003M_.TTF'

/** Fonts that a label calls by a letter of its own. */
export const FONT_LETTERS: readonly Pair[] = [
  [`^XA^CI28^CW1,${FONT}^FO20,20^A1N,40,30^FDПривет^FS^XZ`, `^XA^CI28^FO20,20^A@N,40,30,${FONT}^FDПривет^FS^XZ`],
  [`^XA^CWT,${FONT}^FO1,1^ATN,9,9^FDx^FS^XZ`, `^XA^FO1,1^A@N,9,9,${FONT}^FDx^FS^XZ`],
  [`^XA^CWt,e:tt0003m_.ttf^FO1,1^AtN,9,9^FDx^FS^XZ`, `^XA^FO1,1^A@N,9,9,${FONT}^FDx^FS^XZ`],
  [`^XA^CW0,${FONT}^FO1,1^A0N,9,9^FDx^FS^XZ`, `^XA^FO1,1^A@N,9,9,${FONT}^FDx^FS^XZ`],
  [`^XA^CW1,${FONT}^FO1,1^A1,9,9^FDx^FS^XZ`, `^XA^FO1,1^A@,9,9,${FONT}^FDx^FS^XZ`],
  [`^XA^CW1,${FONT}^FO1,1^A1R,9^FDx^FS^XZ`, `^XA^FO1,1^A@R,9,,${FONT}^FDx^FS^XZ`],
  [`^XA^CW1,${FONT}^CF1,40,30^FO1,1^FDx^FS^XZ`, `^XA^FO1,1^A@,40,30,${FONT}^FDx^FS^XZ`],
  [
    `^XA^CW1,${FONT}^CF1,40^FO1,1^FDx^FS^FO2,2^A0N,9,9^FDy^FS^XZ`,
    `^XA^FO1,1^A@,40,,${FONT}^FDx^FS^FO2,2^A0N,9,9^FDy^FS^XZ`
  ],
  [`^XA^CW1,${FONT}^CF1,40^FO1,1^BQN,2,4^FDMA,x^FS^XZ`, '^XA^FO1,1^BQN,2,4^FDMA,x^FS^XZ'],
  [
    `^XA^CW1,${FONT}^CF1,40^FO1,1^FDx^FS^CF0,20^FO2,2^FDy^FS^XZ`,
    `^XA^FO1,1^A@,40,,${FONT}^FDx^FS^CF0,20^FO2,2^FDy^FS^XZ`
  ],
  [`^XA^CW1,E:OLD.TTF^CW1,${FONT}^FO1,1^A1N,9,9^FDx^FS^XZ`, `^XA^FO1,1^A@N,9,9,${FONT}^FDx^FS^XZ`],
  ['^XA^CW1,ARIAL.TTF^FO1,1^A1N,9,9^FDx^FS^XZ', '^XA^FO1,1^A@N,9,9,R:ARIAL.TTF^FDx^FS^XZ'],
  [`~DUR:OWN.TTF,4,00112233^XA^CW1,${FONT}^FO1,1^A1N,9,9^FDx^FS^XZ`, `^XA^FO1,1^A@N,9,9,${FONT}^FDx^FS^XZ`]
]

/** Fields that count: the one label that prints shows the first value. */
export const SERIAL_FIELDS: readonly Pair[] = [
  [
    '^XA^FO10,10^A0N,30,30^SN0001,1,Y^FS^FO10,100^BQN,2,4^FDMA,x1^FS^XZ',
    '^XA^FO10,10^A0N,30,30^FD0001^FS^FO10,100^BQN,2,4^FDMA,x1^FS^XZ'
  ],
  ['^XA^FO1,1^SN0001,1,N^FS^XZ', '^XA^FO1,1^FD   1^FS^XZ'],
  ['^XA^FO1,1^SN0001,1^FS^XZ', '^XA^FO1,1^FD   1^FS^XZ'],
  ['^XA^FO1,1^SN0000,1^FS^XZ', '^XA^FO1,1^FD   0^FS^XZ'],
  ['^XA^FO1,1^SN1000,5^FS^XZ', '^XA^FO1,1^FD1000^FS^XZ'],
  ['^XA^FO1,1^SNA007B,1^FS^XZ', '^XA^FO1,1^FDA  7B^FS^XZ'],
  ['^XA^FO1,1^SNA100B,1,y^FS^XZ', '^XA^FO1,1^FDA100B^FS^XZ'],
  ['^XA^FO1,1^SN42^FS^XZ', '^XA^FO1,1^FD42^FS^XZ'],
  ['^XA^FO1,1^BCN,60^SN0042,1,Y^FS^XZ', '^XA^FO1,1^BCN,60^FD0042^FS^XZ'],
  ['^XA^FO1,1^FD0042^SFdddd,1^FS^XZ', '^XA^FO1,1^FD0042^FS^XZ'],
  ['^XA^FO1,1^FDWB-0042^SF%%%dddd,10000^FS^PQ5^XZ', '^XA^FO1,1^FDWB-0042^FS^XZ'],
  ['^XA^FO1,1^A0N,9,9^SN10,-1,Y^FS^PQ9^XZ', '^XA^FO1,1^A0N,9,9^FD10^FS^XZ']
]

/** Other signs for `^`, `~` and the comma. */
export const OTHER_SIGNS: readonly Pair[] = [
  ['^CC+\n+XA+FO10,10+FDx+FS+XZ', '^XA^FO10,10^FDx^FS^XZ'],
  ['^XA^CC+^XZ+XA+FO10,10+FDx+FS+XZ', '^XA^FO10,10^FDx^FS^XZ'],
  ['^XA^CC+^XZ+XA+CC^^FO10,10^FDx^FS^XZ', '^XA^FO10,10^FDx^FS^XZ'],
  ['~CC/\n/XA/FO10,10/FDx/FS/XZ', '^XA^FO10,10^FDx^FS^XZ'],
  ['~CT!!DGR:A,2,1,FF00^XA^FO1,1^XGA^FS^XZ', '^XA^FO1,1^GFA,2,2,1,FF00^FS^XZ'],
  ['^CT!^XA^FO1,1^FDx^FS^XZ', '^XA^FO1,1^FDx^FS^XZ'],
  ['^CD;^XA^FO10;10^GB50;60;5^FS^XZ', '^XA^FO10,10^GB50,60,5^FS^XZ'],
  ['^XA^CD;^FO10;10^A@N;9;9;E:TT0003M_.TTF^FDa,b^FS^XZ', '^XA^FO10,10^A@N,9,9,E:TT0003M_.TTF^FDa,b^FS^XZ'],
  ['~CD;^XA^FO1;1^GFA;2;2;1;FF00^FS^XZ', '^XA^FO1,1^GFA,2,2,1,FF00^FS^XZ'],
  ['^CD;~DGR:A;2;1;FF00^XA^FO1;1^XGA;1;1^FS^XZ', '^XA^FO1,1^GFA,2,2,1,FF00^FS^XZ'],
  ['^CC+\n+XA+FO1,1+FDa^b+FS+XZ', '^XA^FO1,1^FH_^FDa_5Eb^FS^XZ'],
  ['^CC+\n+XA+FO1,1+FH#+FDa^b#41+FS+XZ', '^XA^FO1,1^FH#^FDa#5Eb#41^FS^XZ'],
  ['CT~~CD,~CC^~CT~\n^XA^FO1,1^FDx^FS^XZ', '^XA^FO1,1^FDx^FS^XZ']
]

/** What stands for a byte beyond ASCII: the label's encoding, or what a printer takes where it names none. */
export const ENCODINGS: readonly Pair[] = [
  ['^XA^FO1,1^FH^FDcaf_82^FS^XZ', '^XA^FO1,1^FH^FDcafé^FS^XZ'],
  ['^XA^FO1,1^FH#^FDcaf#82 #ZZ#41^FS^XZ', '^XA^FO1,1^FH#^FDcafé #ZZ#41^FS^XZ'],
  ['^XA^FO1,1^FDcaf\u0082^FS^XZ', '^XA^FO1,1^FDcafé^FS^XZ'],
  ['^XA^FO1,1^FD\u00f5\u00ab_\u00fd^FS^XZ', '^XA^FO1,1^FD§½_²^FS^XZ'],
  ['^XA^FO1,1^FH^FDcaf_41^FS^XZ', '^XA^FO1,1^FH^FDcaf_41^FS^XZ'],
  ['^XA^FO1,1^FDcaf_82^FS^XZ', '^XA^FO1,1^FDcaf_82^FS^XZ'],
  ['^XA^FO1,1^FDПривет^FS^XZ', '^XA^FO1,1^FDПривет^FS^XZ'],
  ['^XA^CI28^FO1,1^FH^FDcaf_C3_A9^FS^XZ', '^XA^CI28^FO1,1^FH^FDcaf_C3_A9^FS^XZ'],
  ['^XA^CI27^FO1,1^FH^FDcaf_E9^FS^XZ', '^XA^CI27^FO1,1^FH^FDcaf_E9^FS^XZ'],
  ['^XA^CI27^FO1,1^FDcaf\u00e9^FS^XZ', '^XA^CI27^FO1,1^FH_^FDcaf_E9^FS^XZ'],
  ['^XA^CI27^FO1,1^FDa_\u00e9^FS^XZ', '^XA^CI27^FO1,1^FH\\^FDa_\\E9^FS^XZ'],
  ['^XA^CI0^FO1,1^FH^FDcaf\u0082_41^FS^XZ', '^XA^CI0^FO1,1^FH^FDcaf_82_41^FS^XZ'],
  ['^XA^FO1,1^FH^FD_82^FS^CI28^FO2,2^FH^FD_C3_A9^FS^XZ', '^XA^FO1,1^FH^FDé^FS^CI28^FO2,2^FH^FD_C3_A9^FS^XZ'],
  ['^XA^FO1,1^BQN,2,4^FH^FDMA,_82^FS^XZ', '^XA^FO1,1^BQN,2,4^FH^FDMA,_82^FS^XZ']
]
