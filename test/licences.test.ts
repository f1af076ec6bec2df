import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readLicences } from '../scripts/read-licences.ts'
import { ROOT } from '../scripts/repository.ts'

/** Licences that ask for no more than their own text; of a choice one is enough. MPL asks for its own files alone. */
const FREE = new Set(
  'mit isc bsd-2-clause bsd-3-clause 0bsd apache-2.0 blueoak-1.0.0 wtfpl cc0-1.0 cc-by-4.0 ofl-1.1 python-2.0 mpl-2.0 x11'.split(
    ' '
  )
)

test('every package may be used as it is', () => {
  const bound = readLicences().filter(
    ({ licence }) =>
      !licence
        .replaceAll(/[()]/g, '')
        .split(/ or /i)
        .some(name => FREE.has(name.trim().toLowerCase()))
  )
  expect(bound.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([])
})

test('no package runs anything while it is installed, but the pinned Node', () => {
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.boolean()) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
  const named = readLicences().filter(({ runsAtInstall }) => runsAtInstall)
  expect(named.filter(({ name }) => allowScripts[name] === undefined).map(({ name }) => name)).toEqual([])
  expect(Object.keys(allowScripts).filter(name => allowScripts[name] === true)).toEqual(['node'])
})
