import { useLayoutEffect, useRef, type ReactNode } from 'react'

/**
 * Words as large as their box lets them be: the box's `em` is chosen between two sizes in px, everything inside is sized in `em`.
 * At the smallest they may still overflow, so keep that readable and the box not smaller than it.
 */
export function FitText(props: { readonly minimum: number; readonly maximum: number; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const { minimum, maximum } = props
  useLayoutEffect(() => fit(box.current, words.current, minimum, maximum))
  useLayoutEffect(() => {
    const outer = box.current
    if (outer === null) return
    const fitNow = () => fit(outer, words.current, minimum, maximum)
    const observer = new ResizeObserver(fitNow)
    observer.observe(outer)
    document.fonts.addEventListener('loadingdone', fitNow)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', fitNow)
    }
  }, [minimum, maximum])
  return (
    <div ref={box} className="fit-text">
      <div ref={words}>{props.children}</div>
    </div>
  )
}

/** Halves the range until a px is left; the box keeps its size, only the letters change. */
function fit(outer: HTMLElement | null, inner: HTMLElement | null, minimum: number, maximum: number): void {
  if (outer === null || inner === null) return
  let low = minimum
  let high = maximum
  const fits = (size: number) => {
    inner.style.fontSize = `${size}px`
    return inner.offsetHeight <= outer.clientHeight && inner.scrollWidth <= outer.clientWidth
  }
  if (fits(high)) return
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  fits(low)
}
