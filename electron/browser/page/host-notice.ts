import type { HostNotice } from '../wire.ts'

const WORDS = {
  keyTwice: {
    ru: 'Кто-то ещё открыл адрес, по которому вы вошли. Его не впустили. Если это были не вы, закройте Verstak и запустите снова',
    en: 'Somebody else opened the address that let you in, and was not let in. If it was not you, end Verstak and start it again'
  }
} as const satisfies { readonly [N in HostNotice]: { readonly ru: string; readonly en: string } }

/** A strip at the foot of the page with a word of the host's, in the page's own language, until somebody has read it. */
export function createHostNotice(root: HTMLElement): (notice: HostNotice) => void {
  return notice => {
    root.querySelector('[data-notice]')?.remove()
    const words = WORDS[notice][root.lang === 'en' ? 'en' : 'ru']
    const strip = document.createElement('div')
    strip.setAttribute('role', 'alert')
    strip.dataset['notice'] = notice
    Object.assign(strip.style, {
      position: 'fixed',
      inset: 'auto 0 0 0',
      zIndex: '2147483646',
      display: 'flex',
      alignItems: 'center',
      gap: '24px',
      padding: '12px 24px',
      background: '#7a1414',
      color: '#fff',
      font: '600 20px/1.3 system-ui, sans-serif'
    } satisfies Partial<CSSStyleDeclaration>)
    const read = document.createElement('button')
    read.type = 'button'
    read.textContent = root.lang === 'en' ? 'Close' : 'Закрыть'
    Object.assign(read.style, {
      flex: 'none',
      padding: '8px 16px',
      font: 'inherit'
    } satisfies Partial<CSSStyleDeclaration>)
    read.addEventListener('click', () => strip.remove())
    strip.append(words, read)
    root.append(strip)
  }
}
