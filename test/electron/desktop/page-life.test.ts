import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { followPage } from '../../../electron/desktop/page-life.ts'

test('a page is left by another page, a broken process and a closed window, and by no step within it', () => {
  const contents = new EventEmitter()
  let left = 0
  followPage(contents as unknown as WebContents, () => void (left += 1))
  contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
  expect(left).toBe(0)
  contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  contents.emit('destroyed')
  expect(left).toBe(3)
})
