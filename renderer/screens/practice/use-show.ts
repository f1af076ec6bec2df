import { usePage } from '../../page.ts'

/** Shows a text to the practice scanner, as if it had read it. */
export function useShow(): (text: string) => void {
  const { calls } = usePage()
  return text => void calls.show(text)
}
