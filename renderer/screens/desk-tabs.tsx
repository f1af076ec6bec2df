import { goTo, usePart, useTexts } from '../page.ts'
import { DESKS, type Screen } from '../route.ts'
import { Chips } from '../ui/chips.tsx'

/** The screens of one desk, where it has several: a desk has one place on the rail. */
export function DeskTabs() {
  const { words } = useTexts()
  const screen = usePart(state => state.route.screen)
  const desk = DESKS.find(screens => screens.includes(screen))
  if (desk === undefined) return null
  return (
    <Chips<Screen>
      label={words.rail.desk}
      value={screen}
      choices={desk.map(value => ({ value, name: words.rail[value] }))}
      onChoose={value => goTo({ screen: value, orderId: null })}
    />
  )
}
