import type { FaceKind } from '../../shared/domain/messages.ts'

/** Each face's own outline, on a 96 × 96 field, and the sign inside it: told apart without colour. */
const SHAPES: { readonly [K in FaceKind]: { readonly outline: string; readonly sign: string } } = {
  // Square corners of a viewfinder, a barcode in the middle.
  waiting: {
    outline: 'M8 30V8h22M66 8h22v22M88 66v22H66M30 88H8V66',
    sign: 'M26 30v36M36 30v36M48 30v36M58 30v36M70 30v36'
  },
  // A broad arrow to the right.
  goOn: { outline: 'M6 30h42V8l42 40-42 40V66H6V30z', sign: '' },
  // A circle with a tick.
  done: { outline: 'M48 6a42 42 0 1 0 .01 0z', sign: 'M28 50l14 14 28-30' },
  // An octagon with a cross.
  refused: { outline: 'M31 6h34l25 25v34L65 90H31L6 65V31L31 6z', sign: 'M32 32l32 32M64 32L32 64' },
  // A diamond with a question mark.
  ask: { outline: 'M48 4l44 44-44 44L4 48 48 4z', sign: 'M37 38a11 11 0 1 1 16 10c-4 2-5 4-5 8M48 68v.5' }
}

/** The face's shape, filled with the current colour where it has a sign to show. */
export function FaceIcon({ face }: { readonly face: FaceKind }) {
  const { outline, sign } = SHAPES[face]
  return (
    <svg className="face-icon" data-face={face} viewBox="0 0 96 96" aria-hidden="true">
      <path className="face-outline" d={outline} />
      {sign !== '' && <path className="face-sign" d={sign} />}
    </svg>
  )
}
