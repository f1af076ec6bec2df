import { useState } from 'react'
import type { AccountView, ConnectResult } from '../../shared/contract/account-methods.ts'
import { readToken } from '../../shared/domain/account/token.ts'
import { LANGUAGES } from '../i18n/languages.ts'
import { useAsk, usePage, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { Field } from '../ui/field.tsx'
import { DataTrouble } from './data-trouble.tsx'
import { AuthorizationChoice } from './settings/authorization-choice.tsx'
import './setup.css'

/** The first run: connect an account, or practise. */
export function SetupScreen() {
  const { calls } = usePage()
  const { words, settings } = useTexts()
  const language = useView(view => view.settings.language)
  const account = useAsk('account.get', undefined)
  const [result, setResult] = useState<ConnectResult | null>(null)
  const trouble = result === null ? (account?.trouble ?? null) : result.kind === 'trouble' ? result.trouble : null
  return (
    <main className="setup">
      <header className="setup-head">
        <div>
          <h1>{words.setup.title}</h1>
          <p className="quiet">{words.setup.lead}</p>
        </div>
        <Chips
          label={settings.language}
          value={language}
          choices={LANGUAGES}
          onChoose={value => void calls.act('settings.set', { language: value })}
        />
      </header>
      {trouble !== null && <DataTrouble trouble={trouble} onResult={setResult} />}
      <div className="setup-ways">
        <Connect account={account} isTrouble={trouble !== null} result={result} onResult={setResult} />
        <section className="setup-way">
          <h2>{words.setup.practise}</h2>
          <p>{words.setup.practiseHint}</p>
          <Button tone="go" size="big" icon="practice" onClick={() => void calls.act('account.practise', undefined)}>
            {words.setup.practiseGo}
          </Button>
        </section>
      </div>
    </main>
  )
}

function Connect(props: {
  readonly account: AccountView | null
  readonly isTrouble: boolean
  readonly result: ConnectResult | null
  readonly onResult: (result: ConnectResult | null) => void
}) {
  const { account, isTrouble, result, onResult } = props
  const { calls } = usePage()
  const { words, tables, settings, format } = useTexts()
  const vault = account?.vault ?? 'none'
  const [token, setToken] = useState('')
  const [keep, setKeep] = useState<'always' | 'thisRun' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const chosen = vault === 'none' ? 'thisRun' : (keep ?? (vault === 'safe' ? 'always' : 'thisRun'))

  const facts = token.trim() === '' ? null : readToken(token)
  const lack = facts?.kind === 'ok' && (facts.type === 'base' || facts.type === 'test') ? facts.type : null

  const { meanings } = words.setup
  const keepWords = vault === 'none' ? meanings.none : chosen === 'thisRun' ? meanings.once : meanings[vault]

  async function connect(): Promise<void> {
    setBusy(true)
    const answer = await calls.ask('account.connect', { token: token.trim(), keep: chosen })
    setBusy(false)
    onResult(answer)
    if (answer?.kind === 'ok') setToken('')
  }

  return (
    <form
      className="setup-way"
      onSubmit={event => {
        event.preventDefault()
        void connect()
      }}
    >
      <h2>{words.setup.connect}</h2>
      {account?.keepsWork === true && !isTrouble && <p className="setup-safe">{words.setup.safe}</p>}
      <Field
        label={words.setup.token}
        isCode
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={4096}
        value={token}
        onChange={event => setToken(event.target.value)}
      />
      <p className="quiet">{words.setup.tokenHint}</p>
      {lack !== null && (
        <p className="setup-warning">
          <b>{settings.tokenTypes[lack]}.</b> {settings.lacks[lack]}
        </p>
      )}
      {vault !== 'none' && (
        <Chips
          label={words.setup.connect}
          value={chosen}
          choices={[
            { value: 'always', name: words.setup.keepAlways },
            { value: 'thisRun', name: words.setup.keepOnce }
          ]}
          onChoose={setKeep}
        />
      )}
      <p className={vault === 'plain' && chosen === 'always' ? 'setup-warning' : 'quiet'}>{keepWords}</p>
      {result?.kind === 'refused' && (
        <p className="setup-refused" role="alert">
          <b>{tables.connect[result.why].title}.</b>{' '}
          {result.why === 'expired' && `${words.setup.expiredSince(format.date(result.expiredAt))}. `}
          {tables.connect[result.why].remedy}
        </p>
      )}
      {result?.kind === 'refused' && result.why === 'tokenRefused' && <AuthorizationChoice />}
      <Button type="submit" tone="go" size="big" disabled={isBusy || token.trim() === ''}>
        {isBusy ? words.setup.going : words.setup.go}
      </Button>
    </form>
  )
}
