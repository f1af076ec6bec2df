/** What stands over the page while the station is away, in the page's own language. */
const WORDS = {
  ru: [
    'Нет связи со станцией: сканы не принимаются',
    'Всё, что отсканировано, цело. Если надпись не исчезнет, закройте это окно и запустите программу ещё раз: откроется новое окно, или появится новый адрес',
    'Тренировка тогда начнётся заново'
  ],
  en: [
    'The station is away: scans are not taken',
    'Whatever was scanned is safe. If this stays, close this window and start Verstak again: it opens a new window, or prints a new address',
    'A practice then begins anew'
  ]
} as const

/**
 * Covers the page the moment the station is away: a screen that looks alive but hears no scan would cost a packer their work. The
 * page's language stands on its root, for the settings come from the station that is gone.
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
  return connected => {
    if (connected) return notice.remove()
    const words = root.lang === 'en' ? WORDS.en : WORDS.ru
    notice.replaceChildren(...words.map(line))
    root.append(notice)
  }
}

function line(text: string): HTMLElement {
  const element = document.createElement('div')
  element.textContent = text
  return element
}
