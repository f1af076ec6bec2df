const KEYS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'qwertyuiopasdfghjklzxcvbnm'].map((latin, index) => [latin, 'йцукенгшщзфывапролдячсмить'.charAt(index)])
)

/** The same letter keys as a Russian layout types them; other characters stay. */
export function underRussianLayout(text: string): string {
  return text.replace(/[A-Za-z]/g, letter => {
    const russian = KEYS[letter.toLowerCase()] ?? letter
    return letter === letter.toLowerCase() ? russian : russian.toUpperCase()
  })
}
