import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { SettingsGroup } from './settings-parts.tsx'

/** Which products carry several marking codes a unit, by whom and when it was said; each can be forgotten. Nothing while there are none. */
export function ProductSets() {
  const { calls } = usePage()
  const { settings: words, format } = useTexts()
  const sets = useAsk('sets.all', undefined) ?? []
  if (sets.length === 0) return null
  return (
    <SettingsGroup title={words.sets}>
      <ul>
        {sets.map(({ chrtId, article, codes, at, packer }) => (
          <li key={chrtId} className="settings-line">
            <span>
              {article} <span className="quiet">{words.setOf(codes)}</span>
              <br />
              <span className="quiet tiny">{words.vouchedBy(packer, format.dateTime(at))}</span>
            </span>
            <Button
              icon="cross"
              aria-label={`${words.forgetGtin}: ${article}`}
              onClick={() => void calls.act('sets.forget', { chrtId })}
            >
              {words.forgetGtin}
            </Button>
          </li>
        ))}
      </ul>
      <p className="quiet tiny">{words.setsHint}</p>
    </SettingsGroup>
  )
}
