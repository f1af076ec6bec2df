/** Of the window that shows the board alone. */
export const BOARD_NAME = 'verstak-board'

/** Opens the board in a window of its own, for a spare monitor; false: this program has one window. */
export function openBoardWindow(): boolean {
  return window.open('#board', BOARD_NAME, 'popup') !== null
}

/** Whether this page is the board in a window of its own: it shows, and another page sounds and leads. */
export function isBoardWindow(page: { readonly name: string } = window): boolean {
  return page.name === BOARD_NAME
}
