const NAME = 'verstak-board'

/** Opens the board in a window of its own, for a spare monitor; false: this program has one window. */
export function openBoardWindow(): boolean {
  return window.open('#board', NAME, 'popup') !== null
}

/** Whether this page is the board in a window of its own: it shows, and another page sounds and leads. */
export function isBoardWindow(): boolean {
  return window.name === NAME
}
