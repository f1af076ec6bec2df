import { useState } from 'react'
import type { Input, MethodName } from '../../../shared/contract/contract.ts'
import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Toggle } from '../../ui/toggle.tsx'

const LATENCIES: readonly number[] = [0, 200, 1000, 5000]

/** The weather of the practice table: network, paper, how slow the marketplace is. */
export function PracticeSwitches() {
  const { calls } = usePage()
  const { words, names } = useTexts()
  const [changes, setChanges] = useState(0)
  const state = useAsk('practice.state', undefined, changes)
  async function set<N extends MethodName>(name: N, input: Input<N>): Promise<boolean> {
    const isTaken = await calls.act(name, input)
    setChanges(count => count + 1)
    return isTaken
  }
  return (
    <section className="practice-part">
      <div className="practice-switches">
        <Toggle
          name={words.practice.network}
          value={state?.network ?? true}
          onChange={up => set('practice.setNetwork', { up })}
        />
        <Toggle
          name={words.practice.paper}
          value={state?.paper ?? true}
          onChange={loaded => set('practice.setPaper', { loaded })}
        />
        <label className="check">
          {words.practice.latency}
          <select
            className="input"
            value={state?.latencyMs ?? 0}
            onChange={event => void set('practice.setLatency', { latencyMs: Number(event.target.value) })}
          >
            {[...new Set([...LATENCIES, state?.latencyMs ?? 0])].map(latency => (
              <option key={latency} value={latency}>
                {words.practice.milliseconds(latency)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="thing-codes" role="group" aria-label={words.practice.more}>
        {SCHEMES.map(scheme => (
          <button
            key={scheme}
            type="button"
            className="thing-code"
            onClick={() => void set('practice.addOrders', { count: 5, scheme })}
          >
            {words.practice.addOrders(names.schemes[scheme])}
          </button>
        ))}
      </div>
    </section>
  )
}
