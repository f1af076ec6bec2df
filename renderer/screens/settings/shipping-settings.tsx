import { useState } from 'react'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { ShippingPoint, ShippingRoute } from '../../../shared/domain/orders/shipping.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { PickField } from '../devices/pick-field.tsx'
import { PointSearch } from '../shipping/point-search.tsx'
import { SettingsGroup, SettingsLine, useSettings } from './settings-parts.tsx'

const DEMANDED: readonly Settings['shippingDemanded'][] = ['auto', 'always', 'never']

/** Whether supplies need a shipping point, and which ones they get by themselves. */
export function ShippingSettings() {
  const { shipping: words } = useTexts()
  const [settings, change] = useSettings()
  const routes = useAsk('shipping.routes', undefined) ?? []
  return (
    <SettingsGroup title={words.title}>
      <SettingsLine name={words.demanded}>
        <Chips
          label={words.demanded}
          value={settings.shippingDemanded}
          choices={DEMANDED.map(value => ({ value, name: words.demandedChoices[value] }))}
          onChoose={shippingDemanded => change({ shippingDemanded })}
        />
      </SettingsLine>
      <Toggle name={words.waybill} value={settings.waybill} onChange={waybill => change({ waybill })} />
      <h3>{words.usual}</h3>
      {routes.length === 0 && <p className="quiet">{words.noUsual}</p>}
      {routes.map(route => (
        <UsualPoint key={`${route.warehouseId}/${route.cargoType}`} route={route} />
      ))}
    </SettingsGroup>
  )
}

/** The usual point of one warehouse and cargo type: another one used before, one that is searched for, or none. */
function UsualPoint({ route }: { readonly route: ShippingRoute }) {
  const { calls } = usePage()
  const { shipping: words, names } = useTexts()
  const [isSearching, setSearching] = useState(false)
  const { warehouseId, cargoType, choices } = route
  const [usual] = choices
  if (usual === undefined) return null

  function set(point: ShippingPoint): void {
    setSearching(false)
    const type = choices.find(choice => choice.point.id === point.id)?.type ?? 'selfShipping'
    const choice = { city: point.city, pointId: point.id, type }
    void calls.act('shipping.setUsual', { warehouseId, cargoType, choice })
  }

  return (
    <div className="shipping-part">
      <PickField
        name={words.route(warehouseId, names.cargoTypes[cargoType] ?? String(cargoType))}
        value={usual.point.id}
        choices={choices.map(({ point }) => point.id)}
        show={id => choices.find(({ point }) => point.id === id)?.point.name ?? ''}
        onPick={id => {
          const picked = choices.find(({ point }) => point.id === id)
          if (picked !== undefined) set(picked.point)
        }}
      />
      <div className="side-acts">
        <Button aria-expanded={isSearching} onClick={() => setSearching(!isSearching)}>
          {isSearching ? words.keep : words.change}
        </Button>
        <Button onClick={() => void calls.act('shipping.setUsual', { warehouseId, cargoType, choice: null })}>
          {words.askAgain}
        </Button>
      </div>
      {isSearching && <PointSearch cargoType={cargoType} city={usual.point.city} onPick={set} />}
    </div>
  )
}
