import { parseCommand, parseReprintReason, parseShelfReason } from '../../../shared/domain/scanning/commands.ts'
import type { Answer } from '../../../shared/view/view.ts'
import type { Calls } from '../../calls.ts'
import { answerName } from '../../i18n/say.ts'
import { usePage, useTexts } from '../../page.ts'
import { Barcode } from '../../ui/barcode.tsx'

/** What may be answered: each a barcode to scan, and a button. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  const { calls } = usePage()
  const texts = useTexts()
  return (
    <ul className="answers" aria-label={texts.words.stage.answers}>
      {answers.map(answer => (
        <li key={answer.barcode}>
          <button
            type="button"
            className="answer"
            data-named={answer.name !== undefined}
            onClick={() => give(calls, answer)}
          >
            <Barcode text={answer.barcode} />
            <span>{answerName(texts, answer, answers)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** `other` and `damaged` are reasons of both kinds: the barcode tells which. */
function give(calls: Calls, { barcode, name }: Answer): void {
  // A city or a point is given as its scan gives it.
  if (name !== undefined) return void calls.act('scan.typed', { text: barcode })
  const command = parseCommand(barcode)
  if (command !== null) return void calls.act('bench.command', { command })
  const shelfReason = parseShelfReason(barcode)
  if (shelfReason !== null) return void calls.act('bench.shelfReason', { reason: shelfReason })
  const reprintReason = parseReprintReason(barcode)
  if (reprintReason !== null) void calls.act('bench.reprintReason', { reason: reprintReason })
}
