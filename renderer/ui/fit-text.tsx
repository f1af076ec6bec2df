import { useLayoutEffect, useRef, type ReactNode } from 'react'

/** Text as large as its box lets it be, between two sizes in px; at the smallest it may still overflow, so keep that readable. */
export function FitText(props: {
  readonly minimum: number
  readonly maximum: number
  readonly className?: string
  readonly children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const { minimum, maximum, children } = props
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const fitNow = () => fit(element, minimum, maximum)
    fitNow()
    const observer = new ResizeObserver(fitNow)
    observer.observe(element)
    document.fonts.addEventListener('loadingdone', fitNow)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', fitNow)
    }
  }, [minimum, maximum, children])
  return (
    <div ref={box} className={`fit-text ${props.className ?? ''}`}>
      {children}
    </div>
  )
}

/** Halves the range until a px is left; the box keeps its size, only the letters change. */
function fit(element: HTMLElement, minimum: number, maximum: number): void {
  let low = minimum
  let high = maximum
  const fits = (size: number) => {
    element.style.fontSize = `${size}px`
    return element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1
  }
  if (fits(high)) return
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  fits(low)
}
