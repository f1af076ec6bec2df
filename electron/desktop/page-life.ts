import type { WebContents } from 'electron'

/** Tells each time that the page in a window, the board's too, is gone: another begins there, it broke, or the window closed. */
export function followPage(contents: Pick<WebContents, 'on'>, onLeft: () => void): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) onLeft()
  })
  contents.on('render-process-gone', () => onLeft())
  contents.on('destroyed', () => onLeft())
}
