import { useState } from 'react'
import { ORDER_AGES, ORDER_SORTS, ORDER_TRAITS } from '../../../shared/domain/orders/order-filter.ts'
import type { OrderFilter, OrderListView } from '../../../shared/domain/orders/order-filter.ts'
import { SUPPLIER_STATUSES } from '../../../shared/domain/orders/orders.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useAsk, usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Field } from '../../ui/field.tsx'
import './order-filters.css'

interface Props {
  readonly filter: OrderFilter
  readonly onChange: (change: Partial<OrderFilter>) => void
}

/** What narrows the list beside its scheme, life and words, and lets all through. */
export const NO_NARROWING = {
  supplyId: null,
  supplierStatus: null,
  wbStatus: null,
  cargoType: null,
  age: null,
  traits: []
} as const satisfies Partial<OrderFilter>

/** In what order the list stands. */
export function SortChoice({ filter, onChange }: Props) {
  const { orderList } = useTexts()
  return (
    <select
      className="input"
      aria-label={orderList.sort}
      value={filter.sort}
      onChange={event => {
        const sort = ORDER_SORTS.find(one => one === event.target.value)
        if (sort !== undefined) onChange({ sort })
      }}
    >
      {ORDER_SORTS.map(sort => (
        <option key={sort} value={sort}>
          {orderList.sorts[sort]}
        </option>
      ))}
    </select>
  )
}

/** All that the list can be narrowed by, and the views that were saved. */
export function OrderFilters({ filter, onChange }: Props) {
  const { orderList, names } = useTexts()
  const batches = useBatchNames()
  return (
    <section className="order-filters" aria-label={orderList.filters}>
      <div className="order-filters-chips">
        <Chips
          label={orderList.age}
          value={filter.age ?? 'any'}
          choices={[
            { value: 'any', name: `${orderList.age}: ${orderList.any}` },
            ...ORDER_AGES.map(value => ({ value, name: orderList.ages[value] }))
          ]}
          onChoose={value => onChange({ age: value === 'any' ? null : value })}
        />
        <div className="chips" role="group" aria-label={orderList.filters}>
          {ORDER_TRAITS.map(trait => {
            const isOn = filter.traits.includes(trait)
            const traits = isOn ? filter.traits.filter(one => one !== trait) : [...filter.traits, trait]
            return (
              <button
                key={trait}
                type="button"
                className="chip"
                aria-pressed={isOn}
                onClick={() => onChange({ traits })}
              >
                {orderList.traits[trait]}
              </button>
            )
          })}
        </div>
      </div>
      <div className="order-filters-fields">
        <Choice
          label={orderList.supplierStatus}
          value={filter.supplierStatus}
          choices={SUPPLIER_STATUSES.map(value => [value, names.supplierStatuses[value] ?? value])}
          onChoose={supplierStatus => onChange({ supplierStatus })}
        />
        <Choice
          label={orderList.wbStatus}
          value={filter.wbStatus}
          choices={Object.entries(names.wbStatuses)}
          onChoose={wbStatus => onChange({ wbStatus })}
        />
        <Choice
          label={orderList.cargo}
          value={filter.cargoType === null ? null : String(filter.cargoType)}
          choices={Object.entries(names.cargoTypes)}
          onChoose={cargo => onChange({ cargoType: cargo === null ? null : Number(cargo) })}
        />
        <Choice
          label={orderList.batch}
          value={filter.supplyId}
          choices={[...batches]}
          onChoose={supplyId => onChange({ supplyId })}
        />
      </div>
      <SavedViews filter={filter} onChange={onChange} />
    </section>
  )
}

function Choice(props: {
  readonly label: string
  readonly value: string | null
  readonly choices: readonly (readonly [value: string, name: string])[]
  readonly onChoose: (value: string | null) => void
}) {
  const { orderList } = useTexts()
  return (
    <label className="field">
      <span>{props.label}</span>
      <select
        className="input"
        value={props.value ?? ''}
        onChange={event => props.onChoose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{orderList.any}</option>
        {props.choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Filters by name, on this PC: chosen, added under a name, deleted. */
function SavedViews({ filter, onChange }: Props) {
  const { calls } = usePage()
  const { orderList } = useTexts()
  const views = useView(view => view.settings.orderViews)
  const [name, setName] = useState('')
  const chosen = views.find(view => JSON.stringify(view.filter) === JSON.stringify(filter))
  const save = (next: readonly OrderListView[]) => calls.act('settings.set', { orderViews: [...next] })
  return (
    <div className="chips" role="group" aria-label={orderList.views}>
      {views.map(view => (
        <button
          key={view.name}
          type="button"
          className="chip"
          aria-pressed={view === chosen}
          onClick={() => onChange(view.filter)}
        >
          {view.name}
        </button>
      ))}
      {chosen === undefined ? (
        <form
          className="chips"
          onSubmit={event => {
            event.preventDefault()
            if (name.trim() === '') return
            void save([...views.filter(view => view.name !== name.trim()), { name: name.trim(), filter }])
            setName('')
          }}
        >
          <Field
            isBare
            label={orderList.viewName}
            maxLength={40}
            placeholder={orderList.viewName}
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {orderList.keepView}
          </Button>
        </form>
      ) : (
        <Button onClick={() => void save(views.filter(view => view !== chosen))}>
          {orderList.dropView(chosen.name)}
        </Button>
      )}
    </div>
  )
}

/** The filters that hold while their panel is shut, each taken off by a press. */
export function HeldFilters({ filter, onChange }: Props) {
  const texts = useTexts()
  const { orderList } = texts
  const batches = useBatchNames()
  const held = heldFilters(texts, filter, batches)
  if (held.length === 0) return null
  return (
    <div className="chips" role="group" aria-label={orderList.filters}>
      {held.map(({ name, without }) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-label={orderList.without(name)}
          onClick={() => onChange(without)}
        >
          {name} ✕
        </button>
      ))}
      <Button onClick={() => onChange(NO_NARROWING)}>{orderList.clear}</Button>
    </div>
  )
}

function heldFilters(
  { orderList, names }: Texts,
  filter: OrderFilter,
  batches: ReadonlyMap<string, string>
): readonly { readonly name: string; readonly without: Partial<OrderFilter> }[] {
  const { supplierStatus, wbStatus, cargoType, supplyId, age, traits } = filter
  const held: { readonly name: string; readonly without: Partial<OrderFilter> }[] = traits.map(trait => ({
    name: orderList.traits[trait],
    without: { traits: traits.filter(one => one !== trait) }
  }))
  if (age !== null) held.push({ name: orderList.ages[age], without: { age: null } })
  if (supplierStatus !== null) {
    const name = names.supplierStatuses[supplierStatus] ?? supplierStatus
    held.push({ name: `${orderList.supplierStatus}: ${name}`, without: { supplierStatus: null } })
  }
  if (wbStatus !== null) {
    held.push({ name: `${orderList.wbStatus}: ${names.wbStatuses[wbStatus] ?? wbStatus}`, without: { wbStatus: null } })
  }
  if (cargoType !== null) {
    held.push({ name: names.cargoTypes[cargoType] ?? String(cargoType), without: { cargoType: null } })
  }
  if (supplyId !== null) held.push({ name: batches.get(supplyId) ?? supplyId, without: { supplyId: null } })
  return held
}

/** Supplies and rounds by id, the newest first. */
function useBatchNames(): ReadonlyMap<string, string> {
  const supplies = useAsk('supplies.list', undefined) ?? []
  const rounds = useAsk('rounds.list', undefined) ?? []
  return new Map([...supplies, ...rounds].map(({ id, name }) => [id, name]))
}
