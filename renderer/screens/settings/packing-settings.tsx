import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { useTexts } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { SettingsGroup, SettingsLine, SettingsSlider, useSettings } from './settings-parts.tsx'

const PRINT_WHENS: readonly Settings['printWhen'][] = ['atOnce', 'onCommand']
const OPTIONAL_CODES: readonly Settings['optionalCodes'][] = ['ifScanned', 'ask', 'skip']
const EDITIONS: readonly Settings['edition'][] = ['auto', 'seed', 'successor']

/** How an order is packed, and how the marketplace is spoken to. */
export function PackingSettings() {
  const { settings: words, names } = useTexts()
  const [settings, change] = useSettings()
  return (
    <SettingsGroup title={words.packing}>
      <SettingsLine name={words.schemes}>
        <div className="settings-schemes" role="group" aria-label={words.schemes}>
          {SCHEMES.map(scheme => (
            <Toggle
              key={scheme}
              name={names.schemes[scheme]}
              value={settings.schemes.includes(scheme)}
              // One of them is packed always.
              onChange={async isPacked => {
                const schemes = SCHEMES.filter(one => (one === scheme ? isPacked : settings.schemes.includes(one)))
                return schemes.length > 0 && (await change({ schemes }))
              }}
            />
          ))}
        </div>
      </SettingsLine>
      <Toggle
        name={words.parcelAddress}
        value={settings.parcelAddress}
        onChange={parcelAddress => change({ parcelAddress })}
      />
      <SettingsLine name={words.printWhen}>
        <Chips
          label={words.printWhen}
          value={settings.printWhen}
          choices={PRINT_WHENS.map(value => ({ value, name: words.printWhens[value] }))}
          onChoose={printWhen => change({ printWhen })}
        />
      </SettingsLine>
      <Toggle name={words.signIn} value={settings.signIn} onChange={signIn => change({ signIn })} />
      <SettingsSlider
        name={words.lockMinutes}
        value={settings.lockMinutes}
        minimum={0}
        maximum={60}
        step={1}
        show={words.minutes}
        onSet={lockMinutes => change({ lockMinutes })}
      />
      <Toggle name={words.scanBack} value={settings.scanBack} onChange={scanBack => change({ scanBack })} />
      <SettingsLine name={words.optionalCodes}>
        <Chips
          label={words.optionalCodes}
          value={settings.optionalCodes}
          choices={OPTIONAL_CODES.map(value => ({ value, name: words.optionalCodesChoices[value] }))}
          onChoose={optionalCodes => change({ optionalCodes })}
        />
      </SettingsLine>
      <SettingsSlider
        name={words.pollSeconds}
        value={settings.pollSeconds}
        minimum={5}
        maximum={300}
        step={5}
        show={words.seconds}
        onSet={pollSeconds => change({ pollSeconds })}
      />
      <SettingsLine name={words.edition}>
        <Chips
          label={words.edition}
          value={settings.edition}
          choices={EDITIONS.map(value => ({ value, name: words.editions[value] }))}
          onChoose={edition => change({ edition })}
        />
      </SettingsLine>
    </SettingsGroup>
  )
}
