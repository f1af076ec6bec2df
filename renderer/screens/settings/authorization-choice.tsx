import type { Settings } from '../../../shared/domain/settings.ts'
import { useTexts } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { SettingsLine, useSettings } from './settings-parts.tsx'

const AUTHORIZATIONS: readonly Settings['authorization'][] = ['raw', 'bearer']

/** How the token stands in the header of each request; it holds from the next request on. */
export function AuthorizationChoice() {
  const { settings: words } = useTexts()
  const [{ authorization }, change] = useSettings()
  return (
    <SettingsLine name={words.authorization}>
      <Chips
        label={words.authorization}
        value={authorization}
        choices={AUTHORIZATIONS.map(value => ({ value, name: words.authorizations[value] }))}
        onChoose={value => change({ authorization: value })}
      />
    </SettingsLine>
  )
}
