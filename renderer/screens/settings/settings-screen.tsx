import { About } from './about.tsx'
import { AccountSettings } from './account-settings.tsx'
import { ApiSettings } from './api-settings.tsx'
import { CommandSheet } from './command-sheet.tsx'
import { EraseBuyers } from './erase-buyers.tsx'
import { LookSettings } from './look-settings.tsx'
import { PackerSettings } from './packer-settings.tsx'
import { PackingSettings } from './packing-settings.tsx'
import { ShippingSettings } from './shipping-settings.tsx'
import { ProductList } from '../product/product-list.tsx'
import { ProductSets } from './product-sets.tsx'
import { VouchedGtins } from './vouched-gtins.tsx'
import './settings.css'

/** Everything a person can set; each change holds at once. */
export function SettingsScreen() {
  return (
    <main className="settings">
      <div className="settings-columns">
        <LookSettings />
        <PackingSettings />
        <ShippingSettings />
        <PackerSettings />
        <ProductList />
        <VouchedGtins />
        <ProductSets />
        <AccountSettings />
        <EraseBuyers />
        <ApiSettings />
        <CommandSheet />
        <About />
      </div>
    </main>
  )
}
