import { useEffect, useState } from 'react'

/** What is left until a moment of the page's monotonic clock (ms), told as it passes; null: nothing. */
export function useLeft(until: number): { readonly minutes: number; readonly seconds: string } | null {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const look = () => {
      setNow(performance.now())
      if (performance.now() >= until) clearInterval(timer)
    }
    const timer = setInterval(look, 250)
    look()
    return () => clearInterval(timer)
  }, [until])
  if (until <= now) return null
  const seconds = Math.ceil((until - now) / 1000)
  return { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') }
}
