import type { DrawingContext } from 'bwip-js/generic'

/** A barcode as one path in the writer's units, quiet zone included. */
export interface Outline {
  readonly width: number
  readonly height: number
  readonly path: string
}

/** Draws at the writer's own scale and puts `quiet` empty units around. */
export function drawOutline(render: (context: DrawingContext<Outline>) => Outline, quiet: number): Outline {
  let path = ''
  let size = { width: 0, height: 0 }
  return render({
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init(width, height) {
      size = { width: width + 2 * quiet, height: height + 2 * quiet }
    },
    line(x0, y0, x1, y1, lineWidth) {
      // Bars are vertical: a line along the middle of the bar, and of an odd one half a unit right of it.
      const left = Math.min(x0, x1) - (x0 === x1 ? Math.ceil(lineWidth / 2) : 0) + quiet
      const width = x0 === x1 ? lineWidth : Math.abs(x1 - x0)
      const top = Math.min(y0, y1) - (x0 === x1 ? 0 : Math.ceil(lineWidth / 2)) + quiet
      const height = x0 === x1 ? Math.abs(y1 - y0) : lineWidth
      path += `M${left} ${top}h${width}v${height}h${-width}z`
    },
    polygon(points) {
      const [first, ...rest] = points.map(([x, y]) => `${x + quiet} ${y + quiet}`)
      path += `M${first}${rest.map(point => `L${point}`).join('')}z`
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ ...size, path })
  })
}
