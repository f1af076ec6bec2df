import { useEffect } from 'react'
import { commandBarcode } from '../../../shared/domain/scanning/commands.ts'
import { TEST_CODES, testCode } from '../../../shared/domain/scanning/scanner-test/codes.ts'
import { gravityOf, type Finding } from '../../../shared/domain/scanning/scanner-test/findings.ts'
import type { ScannerTestView } from '../../../shared/view/view.ts'
import type { Phrase } from '../../i18n/phrase.ts'
import type { ScannerTestWords } from '../../i18n/texts.ts'
import { usePage, useTexts, useView } from '../../page.ts'
import { Barcode } from '../../ui/barcode.tsx'
import { Button } from '../../ui/button.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { FaceIcon } from '../../ui/face-icon.tsx'
import { Icon } from '../../ui/icon.tsx'
import './scanner-test.css'

type Last = NonNullable<ScannerTestView['last']>

/** Opens the check of a scanner. */
export function ScannerTestButton() {
  const { calls } = usePage()
  const { scannerTest: words } = useTexts()
  return (
    <Button icon="scanner" onClick={() => void calls.act('scannerTest.start', undefined)}>
      {words.start}
    </Button>
  )
}

/** The check of a scanner: a code to scan, what came of it, and what to do; a scanner alone can work it. */
export function ScannerTest({ test }: { readonly test: ScannerTestView }) {
  const { scannerTest: words } = useTexts()
  const shown = testCode(test.shown)
  useTestSound(test.last)
  // A field with the focus would hold back a slow scanner's keys.
  useEffect(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined), [])
  return (
    <section className="scanner-test" aria-label={words.title}>
      <div className="scanner-test-code">
        <h2>
          {words.scanThis}: {words.codes[shown.id]}
        </h2>
        <div className="scanner-test-picture" data-symbology={shown.symbology}>
          <Barcode key={shown.id} text={shown.text} symbology={shown.symbology} />
        </div>
        <CodeTabs test={test} />
      </div>
      <div className="scanner-test-words">
        <h2>
          {words.title}
          {test.scanner !== null && (
            <span className="quiet"> · {test.scanner === '' ? words.typing : test.scanner}</span>
          )}
        </h2>
        <Received test={test} />
        <Acts last={test.last} />
      </div>
    </section>
  )
}

/** The four codes with what is known of each. */
function CodeTabs({ test }: { readonly test: ScannerTestView }) {
  const { calls } = usePage()
  const { scannerTest: words } = useTexts()
  return (
    <ul className="scanner-test-tabs">
      {TEST_CODES.map(({ id }) => {
        const result = test.results.find(({ code }) => code === id)
        const icon = result === undefined ? 'next' : result.isFine ? 'tick' : 'problems'
        return (
          <li key={id}>
            <button
              type="button"
              className="chip"
              aria-pressed={id === test.shown}
              onClick={() => void calls.act('scannerTest.show', { code: id })}
            >
              <Icon name={icon} size={18} /> {words.codes[id]}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Received({ test: { last, results } }: { readonly test: ScannerTestView }) {
  const { scannerTest: words } = useTexts()
  if (last === null) return <p className="quiet">{words.nothingYet}</p>
  const isAllFine = TEST_CODES.every(({ id }) => results.some(({ code, isFine }) => code === id && isFine))
  return (
    <>
      <h3>{words.received}</h3>
      <p className="scanner-test-text mono">
        <CodeText text={last.text} />
      </p>
      <ul className="scanner-test-findings" aria-live="polite">
        {last.findings.map(({ finding, mends }) => (
          <FindingLine key={finding.kind} face={faceOf(finding)} phrase={phraseOf(words, finding, mends)} />
        ))}
        {isAllFine && <FindingLine face="done" phrase={words.allFine} />}
      </ul>
    </>
  )
}

function FindingLine({ face, phrase }: { readonly face: 'done' | 'refused' | 'goOn'; readonly phrase: Phrase }) {
  return (
    <li data-face={face}>
      <FaceIcon face={face} />
      <p>
        <b>{phrase.title}</b>
        <br />
        {phrase.remedy}
      </p>
    </li>
  )
}

/** What may be done now: each a button, and a barcode for the scanner. */
function Acts({ last }: { readonly last: Last | null }) {
  const { calls } = usePage()
  const { scannerTest: words } = useTexts()
  const canApply = last?.findings.some(({ mends }) => mends) ?? false
  return (
    <div className="scanner-test-acts">
      {canApply && (
        <div>
          <Barcode text={commandBarcode('yes')} />
          <Button tone="go" size="big" onClick={() => void calls.act('scannerTest.apply', undefined)}>
            {words.apply}
          </Button>
        </div>
      )}
      <div>
        <Barcode text={commandBarcode('next')} />
        <Button size="big" onClick={() => void calls.act('scannerTest.next', undefined)}>
          {words.next}
        </Button>
      </div>
      <div>
        <Barcode text={commandBarcode('acknowledge')} />
        <Button size="big" onClick={() => void calls.act('scannerTest.stop', undefined)}>
          {words.close}
        </Button>
      </div>
    </div>
  )
}

function useTestSound(last: Last | null): void {
  const { sounds } = usePage()
  const volume = useView(view => view.settings.volume)
  const at = last?.at
  const isFault = last?.findings.some(({ finding }) => gravityOf(finding) === 'fault') ?? false
  useEffect(() => {
    if (at !== undefined) sounds.play(isFault ? 'refused' : 'done', volume)
    // Once a scan: neither the volume nor a drawing of its own makes it sound again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [at])
}

function faceOf(finding: Finding): 'done' | 'refused' | 'goOn' {
  switch (gravityOf(finding)) {
    case 'fine':
      return 'done'
    case 'note':
      return 'goOn'
    case 'fault':
      return 'refused'
  }
}

function phraseOf<K extends Finding['kind']>(
  { findings }: ScannerTestWords,
  finding: Extract<Finding, { readonly kind: K }>,
  mends: boolean
): Phrase {
  // The table has a function for each kind that takes that kind; the union of all can't say so.
  return (findings[finding.kind] as (finding: Finding, mends: boolean) => Phrase)(finding, mends)
}
