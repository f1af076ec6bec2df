import type { ReactNode } from 'react'
import type { Scheme } from '../../shared/domain/schemes/scheme.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import './scheme-mark.css'

const ICONS: { readonly [S in Scheme]: IconName } = { fbs: 'supplies', dbs: 'delivered', pickup: 'handover' }

/** Who brings it to its buyer: by word, shape and colour. */
export function SchemeMark({ scheme, children }: { readonly scheme: Scheme; readonly children: ReactNode }) {
  return (
    <b className="scheme-mark" data-scheme={scheme}>
      <Icon name={ICONS[scheme]} size={18} />
      {children}
    </b>
  )
}
