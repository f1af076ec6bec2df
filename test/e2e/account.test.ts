import { expect, onTestFinished, test } from 'vitest'
import { makePracticeToken } from '../../electron/practice/marketplace/http/token.ts'
import { SCREENS } from '../../renderer/route.ts'
import { useGallery } from '../renderer/gallery-page.ts'
import { startProgram } from '../support/program.ts'
import { tempFolder } from '../support/temp-folder.ts'

/* What the page says of the account, before a fake station or before the program itself. */

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

test('a token is read through what clings to it: one that has run out says since when, a cut one that it is not whole', async () => {
  const program = await startProgram(tempFolder())
  onTestFinished(() => program.kill())
  const { page } = gallery
  await page.goto(program.address)
  await page.getByText('Русский').click()
  const paste = async (token: string): Promise<void> => {
    await page.locator('input[type=password]').fill(token)
    await page.locator('button[type=submit]').click()
  }
  const said = () => expect.poll(() => page.textContent('.setup-refused'))
  await paste(`Authorization: "Bearer ${makePracticeToken(5, Date.UTC(2026, 0, 10), { expiresInDays: 30 })}"`)
  await said().toMatch(/Токен просрочен.*9 февр/)
  await paste(` «${makePracticeToken(5, Date.now()).slice(0, -20)}» `)
  await said().toContain('Токен скопирован не целиком')
})
