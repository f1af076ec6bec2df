import { useRef } from 'react'
import { useAsk, usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { importProducts } from './product-import.ts'
import type { ProductImport } from './product-table.ts'
import { SettingsGroup } from '../settings/settings-parts.tsx'

/** Lines and names that are told one by one. */
const TOLD = 5

/** The seller's own list of products: names, places and pictures, from a table. */
export function ProductList() {
  const page = usePage()
  const { product: words } = useTexts()
  const count = useAsk('cards.ownCount', undefined)
  const state = usePart(({ productImport }) => productImport)
  const field = useRef<HTMLInputElement>(null)
  return (
    <SettingsGroup title={words.title}>
      <p>{words.hint}</p>
      <p className="quiet tiny">{words.columns}</p>
      <p>
        <b>{count === null ? '' : count === 0 ? words.none : words.count(count)}</b>
      </p>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        accept=".csv,.txt,.tsv,.xlsx,image/*"
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          // The same files may be chosen once more, mended.
          event.target.value = ''
          if (files.length > 0) void importProducts(page, files)
        }}
      />
      <Button icon="pack" disabled={state?.kind === 'reading'} onClick={() => field.current?.click()}>
        {words.choose}
      </Button>
      {state !== null && <State state={state} />}
    </SettingsGroup>
  )
}

function State({ state }: { readonly state: ProductImport }) {
  const { product: words } = useTexts()
  switch (state.kind) {
    case 'reading':
      return <p role="status">{words.reading(state.done, state.all)}</p>
    case 'failed':
      return (
        <p role="status" className="row-bad">
          {words.failed[state.why]}
        </p>
      )
    case 'taken': {
      const { left, missing, bad } = state
      return (
        <div role="status">
          <p>{words.taken(state.lines, state.pictures)}</p>
          {left.length > 0 && <p className="row-bad">{words.left(left.length)}</p>}
          <ul>
            {left.slice(0, TOLD).map(({ line, why }) => (
              <li key={line}>{words.line(line, why)}</li>
            ))}
            {left.length > TOLD && <li>{words.more(left.length - TOLD)}</li>}
            {bad.slice(0, TOLD).map(name => (
              <li key={name}>{words.badPicture(name)}</li>
            ))}
          </ul>
          {missing.length > 0 && <p>{words.noPicture(missing.length, shortList(missing))}</p>}
        </div>
      )
    }
  }
}

function shortList(names: readonly string[]): string {
  return names.slice(0, TOLD).join(', ') + (names.length > TOLD ? ' …' : '')
}
