import { useTexts } from '../../page.ts'
import { SettingsGroup } from './settings-parts.tsx'

/** What this program is and what it is made of; put in when the page is built. */
declare const ABOUT: {
  readonly version: string
  readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[]
}

/** Which version this is, whose packages it is made of, and by which licences. */
export function About() {
  const { settings: words } = useTexts()
  return (
    <SettingsGroup title={words.about}>
      <p>
        <b>Verstak {ABOUT.version}</b>
      </p>
      <p className="quiet">{words.ownLicence}</p>
      <details>
        <summary>{words.madeOf(ABOUT.packages.length)}</summary>
        <ul className="about-packages">
          {ABOUT.packages.map(({ name, version, licence }) => (
            <li key={`${name} ${version}`}>
              <span>{name}</span> <span className="quiet">{version}</span> <b>{licence}</b>
            </li>
          ))}
        </ul>
      </details>
    </SettingsGroup>
  )
}
