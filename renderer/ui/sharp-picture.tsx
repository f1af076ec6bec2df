import { useLayoutEffect, useRef } from 'react'

/** A printed picture at the largest whole scale that fits, so that its dots stay dots; smoothly shrunk where it does not fit. */
export function SharpPicture({ png, alt }: { readonly png: string; readonly alt: string }) {
  const box = useRef<HTMLDivElement>(null)
  const image = useRef<HTMLImageElement>(null)
  useLayoutEffect(() => {
    const frame = box.current
    const picture = image.current
    if (frame === null || picture === null) return
    const fit = () => {
      if (picture.naturalWidth === 0) return
      const dots = devicePixelRatio
      const scale = Math.min(frame.clientWidth / picture.naturalWidth, frame.clientHeight / picture.naturalHeight)
      const whole = Math.floor(scale * dots) / dots
      const chosen = whole >= 1 / dots ? whole : scale
      picture.style.width = `${picture.naturalWidth * chosen}px`
      picture.style.imageRendering = whole >= 1 / dots ? 'pixelated' : 'auto'
    }
    fit()
    picture.addEventListener('load', fit)
    const observer = new ResizeObserver(fit)
    observer.observe(frame)
    return () => {
      observer.disconnect()
      picture.removeEventListener('load', fit)
    }
  }, [])
  return (
    <div ref={box} className="sharp-picture">
      <img ref={image} src={`data:image/png;base64,${png}`} alt={alt} />
    </div>
  )
}
