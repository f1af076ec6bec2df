import { useState } from 'react'
import type { PickLine, PickList, PickScope } from '../../../shared/contract/picking-methods.ts'
import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import { useAnswer, useAsk, usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { DeskTabs } from '../desk-tabs.tsx'
import { cardWords, ProductPicture } from '../product/product.tsx'
import '../list-screen.css'
import './picking.css'

/** What to fetch from the warehouse, product by product and place by place; on a receipt, on labels or on A4. */
export function PickingScreen() {
  const { calls } = usePage()
  const { picking: words, words: common } = useTexts()
  const scope = usePart(state => state.pickScope)
  const answer = useAnswer('picking.list', { scope })
  const [isPrinting, setPrinting] = useState(false)
  const list = answer?.value ?? null
  const isEmpty = list === null || list.lines.length === 0
  return (
    <main className="list-screen">
      <div className="list-main">
        <DeskTabs />
        <div className="list-tools">
          <ScopeField scope={scope} />
          <span className="quiet">{list !== null && words.things(list.lines.length, list.things)}</span>
          <Button icon="printer" disabled={isEmpty} onClick={() => void calls.print('picking.print', { scope })}>
            {words.print}
          </Button>
          <Button icon="printer" disabled={isEmpty} onClick={() => setPrinting(true)}>
            {words.printA4}
          </Button>
        </div>
        <RowList
          label={words.title}
          isWhole
          rows={list?.lines ?? []}
          keyOf={keyOf}
          head={<Head />}
          empty={answer === null ? common.common.loading : words.none}
        >
          {line => <Line line={line} />}
        </RowList>
      </div>
      {isPrinting && list !== null && (
        <PrintSheet onPrinted={() => setPrinting(false)}>
          <Sheet list={list} title={[words.title, list.name].filter(part => part !== null).join(': ')} />
          <p>{words.things(list.lines.length, list.things)}</p>
        </PrintSheet>
      )}
    </main>
  )
}

function keyOf({ article, colorCode, barcode }: PickLine): string {
  return `${article}\n${colorCode}\n${barcode}`
}

/** Whose things: an open batch's, or those of new orders or of orders in assembly of one scheme. */
function ScopeField({ scope }: { readonly scope: PickScope }) {
  const { store } = usePage()
  const { picking: words, names } = useTexts()
  const supplies = useAsk('supplies.list', undefined) ?? []
  const rounds = useAsk('rounds.list', undefined) ?? []
  const batches = [...supplies, ...rounds].filter(({ state }) => state === 'open')
  const choices: readonly { readonly scope: PickScope; readonly name: string }[] = [
    ...batches.map(({ id, name }) => ({ scope: { kind: 'batch', batchId: id } as const, name })),
    ...(['fresh', 'claimed'] as const).flatMap(kind =>
      SCHEMES.map(scheme => ({ scope: { kind, scheme }, name: words.scopes[kind](names.schemes[scheme]) }))
    )
  ]
  return (
    <select
      className="input"
      aria-label={words.scope}
      value={JSON.stringify(scope)}
      onChange={event => {
        const chosen = choices.find(choice => JSON.stringify(choice.scope) === event.target.value)
        if (chosen !== undefined) store.setState({ pickScope: chosen.scope })
      }}
    >
      {choices.map(choice => (
        <option key={JSON.stringify(choice.scope)} value={JSON.stringify(choice.scope)}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}

function Head() {
  const { picking: words, words: common } = useTexts()
  return (
    <div className="row-main picking-row">
      <span>{words.place}</span>
      <span>{common.orders.columns.article}</span>
      <span>{common.orders.barcode}</span>
      <span className="picking-count">{words.count}</span>
    </div>
  )
}

function Line({ line }: { readonly line: PickLine }) {
  const { format } = useTexts()
  const { article, colorCode, barcode, count, card, orderId } = line
  const said = card === null ? '' : cardWords(card)
  return (
    <div className="row-main picking-row">
      <b>{card?.place || '—'}</b>
      <span className="picking-what">
        <ProductPicture orderId={orderId} />
        <span>
          {article}
          {colorCode !== '' && <span className="quiet"> · {colorCode}</span>}
          {said !== '' && <span className="row-details">{said}</span>}
        </span>
      </span>
      <span className="mono tiny">{barcode}</span>
      <b className="picking-count">{format.number(count)}</b>
    </div>
  )
}

/** As it stands on paper. */
function Sheet({ list, title }: { readonly list: PickList; readonly title: string }) {
  const { picking: words, words: common, format } = useTexts()
  return (
    <>
      <h1>{title}</h1>
      <table>
        <thead>
          <tr>
            <th>{words.place}</th>
            <th />
            <th>{common.orders.columns.article}</th>
            <th>{common.orders.barcode}</th>
            <th className="print-count">{words.count}</th>
          </tr>
        </thead>
        <tbody>
          {list.lines.map(line => (
            <tr key={keyOf(line)}>
              <td className="print-place">{line.card?.place || '—'}</td>
              <td>
                <ProductPicture orderId={line.orderId} />
              </td>
              <td>
                <b>{[line.article, line.colorCode].filter(text => text !== '').join(' · ')}</b>
                <br />
                {line.card !== null && cardWords(line.card)}
              </td>
              <td>{line.barcode}</td>
              <td className="print-count">
                <b>{format.number(line.count)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
