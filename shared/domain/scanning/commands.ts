import { undoRussianLayout } from './keyboard-layout.ts'

/** What a packer tells the station by scanning a barcode from the command sheet. */
export const COMMANDS = [
  'undo',
  'reprint',
  'skip',
  'next',
  'problem',
  'supplyDone',
  'print',
  'yes',
  'no',
  'acknowledge',
  'newSupply',
  'wave',
  'oneMore'
] as const
export type Command = (typeof COMMANDS)[number]

/** Why an order goes to the problem shelf. */
export const SHELF_REASONS = ['damaged', 'missing', 'noCode', 'other'] as const
export type ShelfReason = (typeof SHELF_REASONS)[number]

/** Why a label is printed again. */
export const REPRINT_REASONS = ['notPrinted', 'damaged', 'lost', 'other'] as const
export type ReprintReason = (typeof REPRINT_REASONS)[number]

const PREFIX = 'VRSTK-'
const BADGE_PREFIX = 'VRSTK-P-'
const SHELF_PREFIX = 'VRSTK-S-'
const REPRINT_PREFIX = 'VRSTK-R-'
const POINT_PREFIX = 'VRSTK-D-'
const CITY_PREFIX = 'VRSTK-C-'
const PLACE_PREFIX = 'VRSTK-H-'
const PARCEL_PREFIX = 'VRSTK-L-'
const PLACE_NAME = /^[0-9A-Z](?:[0-9A-Z-]{0,10}[0-9A-Z])?$/
/** A packer's number, as a badge bears it. */
export const BADGE_ID = /^[0-9A-Z]{1,12}$/

/** The text of a command's barcode: upper-case letters and '-' only, e.g. `VRSTK-SUPPLY-DONE`. */
export function commandBarcode(command: Command): string {
  return PREFIX + spell(command)
}

/** The command a scanned text stands for, in any case and under a Russian layout too; null if none. */
export function parseCommand(text: string): Command | null {
  return parseOne(text, PREFIX, COMMANDS)
}

/** The text of a problem-shelf reason's barcode, e.g. `VRSTK-S-NO-CODE`. */
export function shelfReasonBarcode(reason: ShelfReason): string {
  return SHELF_PREFIX + spell(reason)
}

/** The problem-shelf reason a scanned text stands for; null if none. */
export function parseShelfReason(text: string): ShelfReason | null {
  return parseOne(text, SHELF_PREFIX, SHELF_REASONS)
}

/** The text of a reprint reason's barcode, e.g. `VRSTK-R-NOT-PRINTED`. */
export function reprintReasonBarcode(reason: ReprintReason): string {
  return REPRINT_PREFIX + spell(reason)
}

/** The reprint reason a scanned text stands for; null if none. */
export function parseReprintReason(text: string): ReprintReason | null {
  return parseOne(text, REPRINT_PREFIX, REPRINT_REASONS)
}

/** The text of a shipping point's barcode, e.g. `VRSTK-D-300100`. */
export function pointBarcode(pointId: number): string {
  return POINT_PREFIX + String(pointId)
}

/** The id of the shipping point a scanned text stands for; null if none. */
export function parsePoint(text: string): number | null {
  return parseNumber(text, POINT_PREFIX)
}

/** The text of the code on a parcel label of our own, e.g. `VRSTK-L-13833711`. */
export function parcelBarcode(orderId: number): string {
  return PARCEL_PREFIX + String(orderId)
}

/** The id of the order whose label a scanned text stands for; null if none. */
export function parseParcel(text: string): number | null {
  return parseNumber(text, PARCEL_PREFIX)
}

/** Whether a place on the store's shelf can have a code: 1 to 12 Latin capitals, digits and inner '-'. */
export function isPlaceName(place: string): boolean {
  return PLACE_NAME.test(place)
}

/** The text of the code on a place of the store's shelf, e.g. `VRSTK-H-A-12`; throws on a name that `isPlaceName` refuses. */
export function placeBarcode(place: string): string {
  if (!isPlaceName(place)) throw new Error(`not a place's name: ${place}`)
  return PLACE_PREFIX + place
}

/** The place on the store's shelf that a scanned text stands for; null if none. */
export function parsePlace(text: string): string | null {
  const latin = toCommandAlphabet(text)
  const place = latin.startsWith(PLACE_PREFIX) ? latin.slice(PLACE_PREFIX.length) : ''
  return isPlaceName(place) ? place : null
}

/** The text of a city's barcode: its place in the list of cities, e.g. `VRSTK-C-0`. */
export function cityBarcode(place: number): string {
  return CITY_PREFIX + String(place)
}

/** The place in the list of cities a scanned text stands for; null if none. */
export function parseCity(text: string): number | null {
  return parseNumber(text, CITY_PREFIX)
}

/** True for what may stand on a badge: 1–12 digits and upper-case Latin letters. */
export function isBadgeId(id: string): boolean {
  return BADGE_ID.test(id)
}

/** The text of a packer's badge, `VRSTK-P-<ID>`; throws on an id that `isBadgeId` refuses. */
export function badgeBarcode(id: string): string {
  if (!isBadgeId(id)) throw new Error(`not a badge id: ${id}`)
  return BADGE_PREFIX + id
}

/** The id on a scanned badge, in upper case; null if the text is no badge. */
export function parseBadge(text: string): string | null {
  const latin = toCommandAlphabet(text)
  if (!latin.startsWith(BADGE_PREFIX)) return null
  const id = latin.slice(BADGE_PREFIX.length)
  return isBadgeId(id) ? id : null
}

function parseNumber(text: string, prefix: string): number | null {
  const latin = toCommandAlphabet(text)
  const digits = latin.startsWith(prefix) ? latin.slice(prefix.length) : ''
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null
}

function parseOne<Name extends string>(text: string, prefix: string, names: readonly Name[]): Name | null {
  const latin = toCommandAlphabet(text)
  return names.find(name => latin === prefix + spell(name)) ?? null
}

/** `supplyDone` → `SUPPLY-DONE`. */
function spell(name: string): string {
  return name.replace(/[A-Z]/g, '-$&').toUpperCase()
}

/** Upper case by ASCII alone: Unicode's own would turn `ſ` into S and `ı` into I. */
function toCommandAlphabet(text: string): string {
  return undoRussianLayout(text.trim()).replace(/[a-z]/g, letter => letter.toUpperCase())
}
