import type { Phrase } from '../i18n/phrase.ts'

/** Why something needs a person, what to do, and the marketplace's own words, whole. */
export function Why({ phrase, isBad }: { readonly phrase: Phrase; readonly isBad: boolean }) {
  const { title, remedy, details } = phrase
  return (
    <span className="row-why">
      <b className={isBad ? 'row-bad' : ''}>{remedy === '' ? title : `${title}.`}</b> {remedy}
      {details !== undefined && <span className="row-details tiny mono quiet"> {details}</span>}
    </span>
  )
}
