/** Each language by its own name, so that it is found by who reads only that one. */
export const LANGUAGES = [
  { value: 'ru', name: 'Русский' },
  { value: 'en', name: 'English' }
] as const
