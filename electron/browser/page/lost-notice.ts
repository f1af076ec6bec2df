/** Shorter breaks are mended before a person could read about them, ms. */
const GRACE = 1500

/**
 * Covers the page while the station is away: a screen that looks alive but hears no scan would cost a packer their work.
 * Both languages at once, for the page's own settings come from the station that is gone.
 */
export function createLostNotice(root: HTMLElement): (connected: boolean) => void {
  const notice = document.createElement('div')
  notice.setAttribute('role', 'alert')
  notice.dataset['lost'] = 'station'
  Object.assign(notice.style, {
    position: 'fixed',
    inset: '0',
    zIndex: '2147483647',
    display: 'grid',
    placeContent: 'center',
    gap: '16px',
    padding: '48px',
    textAlign: 'center',
    background: '#7a1414',
    color: '#fff',
    font: '600 32px/1.35 system-ui, sans-serif'
  } satisfies Partial<CSSStyleDeclaration>)
  notice.append(
    line('Нет связи со станцией: сканы не принимаются', 'ru'),
    line('Если надпись не исчезнет, запустите «Верстак» ещё раз и закройте это окно', 'ru'),
    line('The station is away: scans are not taken', 'en'),
    line('If this stays, start Verstak again and close this window', 'en')
  )
  let timer: ReturnType<typeof setTimeout> | null = null
  return connected => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (connected) notice.remove()
    else if (!notice.isConnected) timer = setTimeout(() => root.append(notice), GRACE)
  }
}

function line(text: string, language: 'ru' | 'en'): HTMLElement {
  const element = document.createElement('div')
  element.lang = language
  element.textContent = text
  return element
}
