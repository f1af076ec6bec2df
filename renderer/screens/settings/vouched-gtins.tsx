import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { SettingsGroup } from './settings-parts.tsx'

/** Which GTINs were taken for products they do not stand on, by whom and when; each can be forgotten. Nothing while there are none. */
export function VouchedGtins() {
  const { calls } = usePage()
  const { settings: words, format } = useTexts()
  const vouched = useAsk('gtins.vouched', undefined) ?? []
  if (vouched.length === 0) return null
  return (
    <SettingsGroup title={words.vouched}>
      <ul>
        {vouched.map(({ chrtId, gtin, article, at, packer }) => (
          <li key={`${chrtId}:${gtin}`} className="settings-line">
            <span>
              {article} <span className="mono quiet">{gtin}</span>
              <br />
              <span className="quiet tiny">{words.vouchedBy(packer, format.dateTime(at))}</span>
            </span>
            <Button
              icon="cross"
              aria-label={`${words.forgetGtin}: ${article} ${gtin}`}
              onClick={() => void calls.act('gtins.forget', { chrtId, gtin })}
            >
              {words.forgetGtin}
            </Button>
          </li>
        ))}
      </ul>
      <p className="quiet tiny">{words.vouchedHint}</p>
    </SettingsGroup>
  )
}
