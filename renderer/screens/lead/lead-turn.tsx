import { useNow, usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'

/** Says that a lead's PIN holds on this page yet, whose it is, and ends that. */
export function LeadTurn() {
  const { calls, store } = usePage()
  const { lead: words } = useTexts()
  const lead = usePart(state => state.lead)
  const now = useNow(1_000)
  if (lead === null || now >= lead.until) return null
  return (
    <Button
      className="lead-turn"
      title={words.leave}
      aria-label={`${words.isIn(lead.name)}. ${words.leave}`}
      onClick={() => {
        store.setState({ lead: null })
        void calls.act('lead.leave', undefined)
      }}
    >
      {words.isIn(lead.name)} ×
    </Button>
  )
}
