/** Words for setting up the scanners in English; their shape is what the other languages have to fill. */
export const scannerWordsEn = {
  none: 'A scanner that types like a keyboard works as it is; one on a COM port is added here',
  name: 'Whose it is, or where it lies',
  usualName: (count: number) => `Scanner ${count}`,
  remove: 'Remove',
  add: 'Add',
  found: 'Plugged in',
  nothingFound: 'Nothing more is plugged in',
  lookAgain: 'Look again',
  line: 'Line',
  baudRate: 'Speed, baud',
  dataBits: 'Data bits',
  stopBits: 'Stop bits',
  parity: 'Parity',
  parities: { none: 'None', even: 'Even', odd: 'Odd', mark: 'Mark', space: 'Space' },
  suffix: 'A scan ends with',
  suffixes: {
    any: 'CR, LF, Tab or ETX',
    cr: 'CR',
    lf: 'LF',
    crlf: 'CR LF',
    tab: 'Tab',
    etx: 'ETX (with STX before)',
    pause: 'A pause'
  },
  takesOff: 'Mended in each scan',
  takesBefore: (text: string) => `“${text}” before the code`,
  takesAfter: (text: string) => `“${text}” after the code`,
  takesForGs: (text: string) => `“${text}” in place of GS`,
  takeNothing: 'Mend nothing',
  encoding: 'Letters',
  encodings: { auto: 'UTF-8 or Windows-1251', utf8: 'UTF-8', windows1251: 'Windows-1251' }
}

export type ScannerWords = typeof scannerWordsEn
