import { expect, test } from 'vitest'
import { SCREENS } from '../../renderer/route.ts'
import { useGallery } from '../renderer/gallery-page.ts'

/* What the page says of the account, before a fake station. */

const gallery = useGallery()

test('the sandbox is named on every screen', async () => {
  const { page } = gallery
  for (const screen of SCREENS) {
    await gallery.open(`scene=sandbox#/${screen}`, '.top-bar')
    expect(await page.textContent('.top-bar'), screen).toContain('ПЕСОЧНИЦА')
  }
})

test('without a keyring the first screen says what becomes of the token, and after a restart that the work is safe', async () => {
  const { page } = gallery
  await gallery.open('scene=setup', '.setup-safe')
  expect(await page.textContent('.setup-safe')).toMatch(/поставки, очередь и журнал целы/)
  await page.getByText('В браузере токен хранить негде').waitFor()
  expect(await page.getByRole('button', { name: 'Хранить на этом ПК' }).count()).toBe(0)
})
