import { useState } from 'react'
import type { ConnectResult } from '../../shared/contract/account-methods.ts'
import { readToken } from '../../shared/domain/account/token.ts'
import { LANGUAGES } from '../i18n/languages.ts'
import { useAsk, useNow, usePage, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { AuthorizationChoice } from './settings/authorization-choice.tsx'
import './setup.css'

/** The first run: connect an account, or practise. */
export function SetupScreen() {
  const { calls } = usePage()
  const { words, settings } = useTexts()
  const language = useView(view => view.settings.language)
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
      <div className="setup-ways">
        <Connect />
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

function Connect() {
  const { calls } = usePage()
  const { words, tables, settings, format } = useTexts()
  const now = useNow(60_000)
  const account = useAsk('account.get', undefined)
  const vault = account?.vault ?? 'none'
  const [token, setToken] = useState('')
  const [keep, setKeep] = useState<'always' | 'thisRun' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<ConnectResult | null>(null)
  const chosen = vault === 'none' ? 'thisRun' : (keep ?? (vault === 'safe' ? 'always' : 'thisRun'))

  const facts = token.trim() === '' ? null : readToken(token, now)
  const lack = facts?.kind === 'ok' && (facts.type === 'base' || facts.type === 'test') ? facts.type : null

  const { meanings } = words.setup
  const keepWords = vault === 'none' ? meanings.none : chosen === 'thisRun' ? meanings.once : meanings[vault]

  async function connect(): Promise<void> {
    setBusy(true)
    const answer = await calls.ask('account.connect', { token: token.trim(), keep: chosen })
    setBusy(false)
    setResult(answer)
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
      {account?.keepsWork === true && <p className="setup-safe">{words.setup.safe}</p>}
      <label className="field">
        <span>{words.setup.token}</span>
        <input
          className="input mono"
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={4096}
          value={token}
          onChange={event => setToken(event.target.value)}
        />
      </label>
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
