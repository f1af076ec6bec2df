import { COMMANDS, REPRINT_REASONS, SHELF_REASONS } from '../../../shared/domain/commands.ts'
import type { Message } from '../../../shared/domain/messages.ts'
import type { Answer } from '../../../shared/view.ts'
import type { Calls } from '../../calls.ts'
import { answerName } from '../../i18n/say.ts'
import { usePage, useTexts, useView } from '../../page.ts'
import { Barcode } from '../../ui/barcode.tsx'

/** What may be answered: each a barcode to scan, and a button. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  const { calls } = usePage()
  const texts = useTexts()
  const question = useView(view => view.feedback.message.code)
  return (
    <ul className="answers" aria-label={texts.words.stage.answers}>
      {answers.map(answer => (
        <li key={answer.barcode}>
          <button type="button" className="answer" onClick={() => give(calls, answer, question)}>
            <Barcode text={answer.barcode} />
            <span>{answerName(texts, answer.code, question)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** `other` and `damaged` are reasons of both kinds: the question tells which. */
function give(calls: Calls, answer: Answer, question: Message['code']): void {
  const command = COMMANDS.find(code => code === answer.code)
  if (command !== undefined) return void calls.act('bench.command', { command })
  const shelfReason = SHELF_REASONS.find(code => code === answer.code)
  if (shelfReason !== undefined && question !== 'whyReprint') {
    return void calls.act('bench.shelfReason', { reason: shelfReason })
  }
  const reprintReason = REPRINT_REASONS.find(code => code === answer.code)
  if (reprintReason !== undefined) void calls.act('bench.reprintReason', { reason: reprintReason })
}
