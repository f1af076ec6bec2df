import { ICON_PATHS, type IconName } from './icon-paths.ts'

/** A small line picture; the word beside it says what it means, so it is hidden from readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  )
}
