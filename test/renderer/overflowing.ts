/** Runs in the page: what is wider or higher than its box on the packing screen, where nothing may scroll or be cut. */
export function overflowing(): readonly string[] {
  const boxes =
    '.stage,.stage-words,.card,.commands,.command,.status-line,.top-bar,.rail,.pack,.answers,.chips,.settings-group'
  return [...document.querySelectorAll<HTMLElement>(boxes)]
    .filter(box => box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)
    .map(
      box =>
        `overflow: ${box.className} ${box.scrollWidth}×${box.scrollHeight} in ${box.clientWidth}×${box.clientHeight}`
    )
}
