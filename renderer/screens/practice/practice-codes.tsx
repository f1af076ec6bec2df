import { badgeBarcode, COMMANDS, commandBarcode } from '../../../shared/domain/scanning/commands.ts'
import { answerName } from '../../i18n/say.ts'
import { useAsk, useTexts, useView } from '../../page.ts'
import { useShow } from './use-show.ts'

interface Code {
  readonly text: string
  readonly name: string
}

/** What hangs on the wall: the answers of an open question; folded away, command barcodes, badges, the supply's own code. */
export function PracticeCodes() {
  const texts = useTexts()
  const { words, names } = texts
  const answers = useView(view => view.answers)
  const supplyCode = useView(({ batch }) => (batch?.kind === 'supply' ? batch.remoteId : null))
  const packers = useAsk('packers.list', undefined) ?? []
  return (
    <section className="practice-part">
      {answers.length > 0 && (
        <CodeButtons
          isAnswer
          codes={answers.map(answer => ({ text: answer.barcode, name: answerName(texts, answer, answers) }))}
        />
      )}
      <details>
        <summary>{words.practice.codes}</summary>
        <CodeButtons
          codes={[
            ...COMMANDS.map(command => ({ text: commandBarcode(command), name: names.commands[command] })),
            ...packers.map(({ id, name }) => ({ text: badgeBarcode(id), name: `${words.practice.badge} ${name}` })),
            ...(supplyCode === null ? [] : [{ text: supplyCode, name: words.practice.supply }])
          ]}
        />
      </details>
    </section>
  )
}

function CodeButtons({ codes, isAnswer = false }: { readonly codes: readonly Code[]; readonly isAnswer?: boolean }) {
  const show = useShow()
  return (
    <div className="thing-codes">
      {codes.map(({ text, name }) => (
        <button
          key={text}
          type="button"
          className="thing-code"
          data-answer={isAnswer}
          title={text}
          onClick={() => show(text)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
