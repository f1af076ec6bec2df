import { useState } from 'react'
import type { AccountView } from '../../../shared/contract/account-methods.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useAsk, useNow, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { AuthorizationChoice } from './authorization-choice.tsx'
import { SettingsGroup } from './settings-parts.tsx'

/** Whose account this is, how long its token holds, and the way out of it. */
export function AccountSettings() {
  const { calls } = usePage()
  const texts = useTexts()
  const { settings: words } = texts
  const account = useAsk('account.get', undefined)
  const now = useNow(60_000)
  const [isLeaving, setLeaving] = useState(false)
  if (account === null) return null
  const isPractice = account.kind === 'practice'
  const leave = isPractice ? words.endPractice : words.leave
  return (
    <SettingsGroup title={words.account}>
      <p>
        <b>{words.kinds[account.kind]}</b>
        {account.sellerId !== null && ` · ${words.seller} ${account.sellerId}`}
        {account.sandbox && ` · ${words.sandbox}`}
      </p>
      {account.tokenType !== null && (
        <p>
          {words.tokenTypes[account.tokenType]}
          {(account.tokenType === 'base' || account.tokenType === 'test') && `. ${words.lacks[account.tokenType]}`}
        </p>
      )}
      <p>{expiryWords(texts, account, now)}</p>
      {account.kind === 'live' && (
        <>
          <p className="quiet">{words.vaults[account.vault]}</p>
          <AuthorizationChoice />
        </>
      )}
      <Button tone="refuse" onClick={() => setLeaving(true)}>
        {leave}
      </Button>
      {isLeaving && (
        <Confirm
          title={isPractice ? words.endPracticeAsk : words.leaveAsk}
          act={leave}
          back={texts.words.common.cancel}
          onBack={() => setLeaving(false)}
          onAct={() => {
            setLeaving(false)
            void calls.act('account.leave', undefined)
          }}
        />
      )}
    </SettingsGroup>
  )
}

function expiryWords({ settings: words, format }: Texts, account: AccountView, now: number): string {
  if (account.expiresAt === null) return ''
  const date = format.date(account.expiresAt)
  return account.expiresAt <= now ? words.expired(date) : words.expires(date, format.roughly(account.expiresAt - now))
}
