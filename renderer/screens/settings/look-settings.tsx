import type { Settings } from '../../../shared/domain/settings.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { usePage, useTexts } from '../../page.ts'
import type { Sound } from '../../sounds.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { SettingsGroup, SettingsLine, SettingsSlider, useSettings } from './settings-parts.tsx'

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast']
const TEXT_SIZES: readonly Settings['textSize'][] = ['normal', 'large', 'huge']
const AUDIBLE: readonly Sound[] = ['goOn', 'done', 'refused', 'extra', 'cancelled', 'ask']

/** Language, colours, size, sound. */
export function LookSettings() {
  const { sounds } = usePage()
  const { settings: words, names } = useTexts()
  const [settings, change] = useSettings()
  return (
    <SettingsGroup title={words.look}>
      <SettingsLine name={words.language}>
        <Chips
          label={words.language}
          value={settings.language}
          choices={LANGUAGES}
          onChoose={language => change({ language })}
        />
      </SettingsLine>
      <SettingsLine name={words.theme}>
        <Chips
          label={words.theme}
          value={settings.theme}
          choices={THEMES.map(value => ({ value, name: words.themes[value] }))}
          onChoose={theme => change({ theme })}
        />
      </SettingsLine>
      <SettingsLine name={words.textSize}>
        <Chips
          label={words.textSize}
          value={settings.textSize}
          choices={TEXT_SIZES.map(value => ({ value, name: words.textSizes[value] }))}
          onChoose={textSize => change({ textSize })}
        />
      </SettingsLine>
      <SettingsSlider
        name={words.volume}
        value={settings.volume}
        minimum={0}
        maximum={1}
        step={0.05}
        show={words.percent}
        onSet={volume => change({ volume })}
      />
      <SettingsLine name={words.test}>
        <span className="chips">
          {AUDIBLE.map(sound => (
            <Button key={sound} onClick={() => sounds.play(sound, settings.volume)}>
              {{ ...names.faces, ...names.sounds }[sound]}
            </Button>
          ))}
        </span>
      </SettingsLine>
      <Toggle name={words.voice} value={settings.voice} onChange={voice => change({ voice })} />
    </SettingsGroup>
  )
}
