import type { DeviceView } from '../../../shared/view/view.ts'
import type { DeviceState } from '../ports/ports.ts'

/** A device as the page shows it. */
export function deviceView(device: { readonly name: string; readonly state: DeviceState }): DeviceView {
  const { name, state } = device
  const fault = state.kind === 'fault' ? state.fault : null
  const warnings = state.kind === 'ready' ? state.warnings : undefined
  return { name, state: state.kind, fault, ...(warnings === undefined ? {} : { warnings }) }
}
