import { useState } from 'react'
import type { PassOfficeView, PassResult, PassView } from '../../../shared/contract/pass-methods.ts'
import { passProblems } from '../../../shared/domain/orders/passes.ts'
import type { PassDriver } from '../../../shared/domain/orders/passes.ts'
import { useNow, usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Why } from '../why.tsx'

const NOBODY: PassDriver = { firstName: '', lastName: '', carModel: '', carNumber: '' }
const FIELDS = ['lastName', 'firstName', 'carModel', 'carNumber'] as const

interface Props {
  /** Null: a new one. */
  readonly pass: PassView | null
  readonly officeId: number | null
  readonly offices: readonly PassOfficeView[]
  /** Unix ms; 0: now. */
  readonly nextAt: number
  readonly onDone: () => void
}

/** A pass to be made or changed, by the rules of the marketplace; drivers that were named before are a press away. */
export function PassForm({ pass, officeId, offices, nextAt, onDone }: Props) {
  const { calls } = usePage()
  const { passes: words, words: common } = useTexts()
  const known = useView(view => view.settings.drivers)
  const [driver, setDriver] = useState<PassDriver>(pass ?? known[0] ?? NOBODY)
  const [office, setOffice] = useState(pass?.officeId ?? officeId ?? offices[0]?.officeId ?? 0)
  const [result, setResult] = useState<PassResult | 'saving' | null>(null)
  const [isTouched, setTouched] = useState(pass !== null)
  const now = useNow(1000)
  const isChange = pass !== null
  const wait = isChange ? 0 : Math.max(0, Math.ceil((nextAt - now) / 1000))
  const trimmed = trim(driver)
  const problems = passProblems(trimmed, isChange)
  async function save(): Promise<void> {
    setResult('saving')
    const said = await calls.ask('passes.save', { passId: pass?.passId ?? null, officeId: office, ...trimmed })
    setResult(said)
    if (said?.kind === 'ok') onDone()
  }
  return (
    <form
      className="side"
      aria-label={isChange ? words.change : words.make}
      onSubmit={event => {
        event.preventDefault()
        if (problems.length === 0 && wait === 0 && office !== 0) void save()
      }}
    >
      <header className="side-head">
        <h2>{isChange ? words.change : words.make}</h2>
        {isChange && <Button icon="close" aria-label={common.common.close} onClick={onDone} />}
      </header>
      <label className="field">
        <span>{words.office}</span>
        <select className="input" value={office} onChange={event => setOffice(Number(event.target.value))}>
          {offices.map(({ officeId: id, name, address }) => (
            <option key={id} value={id}>
              {name} · {address}
            </option>
          ))}
        </select>
      </label>
      <div className="pass-fields">
        {FIELDS.map(field => (
          <Field
            key={field}
            label={words.fields[field]}
            autoComplete="off"
            maxLength={field === 'carNumber' ? 9 : 100}
            value={driver[field]}
            onChange={event => {
              setResult(null)
              setTouched(true)
              setDriver({ ...driver, [field]: event.target.value })
            }}
          />
        ))}
      </div>
      {known.length > 0 && (
        <div className="side-acts" role="group" aria-label={words.known}>
          {known.slice(0, 4).map(one => (
            <Button key={`${one.lastName} ${one.firstName} ${one.carNumber}`} onClick={() => setDriver(one)}>
              {one.lastName} · {one.carNumber}
            </Button>
          ))}
        </div>
      )}
      {isTouched && problems.length > 0 && (
        <ul className="quiet">
          {problems.map(problem => (
            <li key={problem}>{words.problems[problem]}</li>
          ))}
        </ul>
      )}
      {wait > 0 && (
        <p className="handover-left">{words.wait(Math.floor(wait / 60), String(wait % 60).padStart(2, '0'))}</p>
      )}
      {result !== null && result !== 'saving' && result.kind !== 'ok' && (
        <p className="side-why" role="alert">
          {result.kind === 'refused' ? (
            <Why
              phrase={{ title: words.refused, remedy: '', details: `${result.code} ${result.message}`.trim() }}
              isBad
            />
          ) : (
            words[result.kind]
          )}
        </p>
      )}
      <Button
        type="submit"
        tone="go"
        size="big"
        disabled={problems.length > 0 || wait > 0 || office === 0 || result === 'saving'}
      >
        {isChange ? words.save : words.make}
      </Button>
      <p className="quiet">{words.rule}</p>
    </form>
  )
}

function trim(driver: PassDriver): PassDriver {
  const { firstName, lastName, carModel, carNumber } = driver
  return {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    carModel: carModel.trim(),
    carNumber: carNumber.replace(/\s/g, '').toUpperCase()
  }
}
