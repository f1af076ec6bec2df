import { routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { PrintMany } from '../print-many.tsx'
import { SettingsGroup, useSettings } from './settings-parts.tsx'

/** The sheet of command barcodes as it prints, label by label. */
export function CommandSheet() {
  const { calls } = usePage()
  const { settings: words, names } = useTexts()
  const [settings] = useSettings()
  const { printer } = routeOfKind(settings, 'commands')
  const pages = useAsk('commandSheet.pages', undefined, JSON.stringify(printer)) ?? []
  return (
    <SettingsGroup title={words.commands}>
      <p className="quiet">{words.commandsHint}</p>
      <div className="sheet">
        {pages.map((page, index) => (
          <img
            key={index}
            src={`data:image/png;base64,${page.png}`}
            alt={page.commands
              .map(({ code }) => (names.commands as { readonly [code: string]: string })[code] ?? code)
              .join(', ')}
          />
        ))}
      </div>
      <PrintMany
        title={words.printCommands}
        labels={pages.length}
        onPrint={() => void calls.print('commandSheet.print', undefined)}
      />
    </SettingsGroup>
  )
}
