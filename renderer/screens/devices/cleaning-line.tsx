import { NO_CLEANING, type Cleaning } from '../../../shared/domain/scanning/scan-cleaning.ts'
import { useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { SettingsLine } from '../settings/settings-parts.tsx'

/** What is taken off each scan of a scanner, and the way to stop it; nothing while nothing is. */
export function CleaningLine(props: { readonly cleaning: Cleaning; readonly onChange: (cleaning: Cleaning) => void }) {
  const { scanners: words } = useTexts().devices
  const { before, after, gs } = props.cleaning
  const parts = [
    before === '' ? '' : words.takesBefore(before),
    after === '' ? '' : words.takesAfter(after),
    gs === '' ? '' : words.takesForGs(gs)
  ].filter(part => part !== '')
  if (parts.length === 0) return null
  return (
    <SettingsLine name={`${words.takesOff}: ${parts.join(', ')}`}>
      <Button onClick={() => props.onChange(NO_CLEANING)}>{words.takeNothing}</Button>
    </SettingsLine>
  )
}
