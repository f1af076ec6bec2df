import type { ScannerTestWords } from '../texts.ts'

/** Words of the check of a scanner in English. */
export const scannerTestWordsEn: ScannerTestWords = {
  title: 'Scanner check',
  start: 'Check a scanner',
  scanThis: 'Scan this code',
  codes: {
    digits: 'Item barcode',
    letters: 'Letters and signs',
    marking: 'Marking code',
    long: 'Longest code'
  },
  typing: 'Scanner that types',
  received: 'What came',
  nothingYet: 'Scan the codes one after another. While the check is open, scans do not reach the packing table.',
  allFine: { title: 'The scanner is set up right', remedy: 'All four codes came as they are. You can pack.' },
  apply: 'Apply',
  next: 'Next',
  close: 'Close',
  findings: {
    ok: () => ({ title: 'Read right', remedy: 'Scan the next code.' }),
    noGs: () => ({
      title: 'The scanner leaves out the separator GS',
      remedy: 'Look for “GS1”, “FNC1” or “GS” in its manual and turn it on.'
    }),
    gsReplaced: ({ by, undone }, mends) => ({
      title: `The scanner writes ${shown(by)} in place of GS`,
      remedy: undone
        ? 'The program understands that. Sending GS itself is safer.'
        : mends
          ? '“Apply” puts GS back in its place.'
          : 'Turn off the replacement of GS (FNC1) in the scanner.'
    }),
    aimPrefix: ({ aim }) => ({
      title: `The scanner names the kind of code: ${aim}`,
      remedy: 'That is fine: leave it on.'
    }),
    foreignPrefix: ({ text }, mends) => ({
      title: `The scanner puts ${shown(text)} before the code`,
      remedy: mends ? '“Apply” takes it off every scan.' : 'Turn off the prefix in the scanner.'
    }),
    foreignSuffix: ({ text }, mends) => ({
      title: `The scanner puts ${shown(text)} after the code`,
      remedy: mends ? '“Apply” takes it off every scan.' : 'Turn off the suffix in the scanner, all but Enter (CR).'
    }),
    noSuffix: (_, mends) =>
      mends
        ? { title: 'The scan ends otherwise than the settings say', remedy: '“Apply” sets the end that came.' }
        : {
            title: 'The scan has no end: only a pause shows it',
            remedy: 'Turn on the suffix CR (Enter) in the scanner.'
          },
    layoutRussian: ({ undone }) =>
      undone
        ? { title: 'The keyboard layout is Russian', remedy: 'No harm: the program goes by the places of keys.' }
        : {
            title: 'Russian letters came in place of Latin ones',
            remedy: 'Switch the keyboard to English, or the scanner to USB-COM.'
          },
    layoutOther: () => ({
      title: 'The scanner types for another country’s keyboard',
      remedy: 'Choose the keyboard “USA” in the scanner.'
    }),
    caseSwapped: ({ capsLock }) => ({
      title: 'Capital and small letters have changed places',
      remedy: capsLock
        ? 'Press CapsLock on the keyboard, so that its lamp goes out.'
        : 'Turn off the change of case in the scanner.'
    }),
    allUpper: () => ({
      title: 'The scanner makes all letters capital',
      remedy: 'Turn off the change of case in the scanner.'
    }),
    allLower: () => ({
      title: 'The scanner makes all letters small',
      remedy: 'Turn off the change of case in the scanner.'
    }),
    capsLock: () => ({
      title: 'CapsLock is on',
      remedy: 'This code is right, but switch it off: a scanner that makes up for it swaps the case.'
    }),
    truncated: ({ where, kept, of }) => ({
      title: `The code is cut ${where === 'end' ? 'at its end' : 'at its start'}: ${kept} characters of ${of} came`,
      remedy: cutRemedy(where, kept, of)
    }),
    slow: ({ gapMs, proposedMs }, mends) => ({
      title: `The scanner types slowly: up to ${gapMs} ms between two characters`,
      remedy: mends
        ? `“Apply” allows ${proposedMs} ms. Better still: no delay between characters in the scanner.`
        : 'Take the delay between characters (inter-character delay) out of the scanner.'
    }),
    slowLine: ({ ms }) => ({
      title: `The scan took ${ms} ms over the line`,
      remedy: 'Set the speed 115200 in the scanner and under “Line”; with Bluetooth, come closer.'
    }),
    split: (_, mends) => ({
      title: 'One scan came in two pieces',
      remedy: mends
        ? '“Apply” makes the program wait for the end of the scan.'
        : 'Turn on the suffix CR (Enter) in the scanner; with Bluetooth, come closer.'
    }),
    wrongEncoding: (finding, mends) => {
      switch (finding.how) {
        case 'parity':
          return {
            title: 'The scanner sends 7 data bits with a parity bit',
            remedy: mends ? '“Apply” sets the line so.' : 'Choose 8 data bits, no parity in the scanner.'
          }
        case 'utf16':
          return {
            title: 'The scanner sends two bytes a character',
            remedy: 'Choose the encoding ASCII or UTF-8 in the scanner.'
          }
        case 'garbled':
          return {
            title: 'Signs came that no code has',
            remedy: 'Set the speed (baud) that the scanner’s manual names under “Line”.'
          }
      }
    },
    notThisCode: () => ({
      title: 'That is none of the four codes',
      remedy: 'Point the scanner at the code on the screen.'
    })
  }
}

function cutRemedy(where: 'end' | 'start', kept: number, of: number): string {
  if (of === 13 && kept === 12) return 'Turn on “transmit check digit” (EAN-13) in the scanner.'
  return where === 'end'
    ? 'Raise the longest code length in the scanner; with Bluetooth, come closer.'
    : 'Turn off the removal of first characters in the scanner.'
}

function shown(text: string): string {
  return `“${text.replaceAll(' ', '␣')}”`
}
