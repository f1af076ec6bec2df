import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ROOT } from './repository.ts'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().default('unknown'),
      dev: z.boolean().default(false),
      hasInstallScript: z.boolean().default(false)
    })
  )
})

export interface Licence {
  readonly name: string
  readonly version: string
  /** As the package names it (SPDX). */
  readonly licence: string
  /** Not a part of what is released. */
  readonly isDev: boolean
  readonly runsAtInstall: boolean
}

/** Every package of the lock file, by name. */
export function readLicences(root = ROOT): readonly Licence[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license, dev, hasInstallScript }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      isDev: dev,
      runsAtInstall: hasInstallScript
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** Which version of the program this is. */
export function readVersion(root = ROOT): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version
}
