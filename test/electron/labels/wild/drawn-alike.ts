import { EARLIER_STATE, STORED_FORMATS, STORED_GRAPHICS } from './memory-labels.ts'
import { HOME, STRAY_LETTERS, UNITS } from './placing-labels.ts'
import { ENCODINGS, FONT_LETTERS, OTHER_SIGNS, SERIAL_FIELDS } from './writing-labels.ts'

/** All labels from the wild that have a plain one which looks the same, by what is odd about them. */
export const DRAWN_ALIKE = [
  STORED_GRAPHICS,
  STORED_FORMATS,
  EARLIER_STATE,
  HOME,
  UNITS,
  STRAY_LETTERS,
  FONT_LETTERS,
  SERIAL_FIELDS,
  OTHER_SIGNS,
  ENCODINGS
]
