import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import { readLicences } from './read-licences.ts'
import { ROOT } from './repository.ts'

const componentSchema = z.looseObject({ 'bom-ref': z.string(), name: z.string(), purl: z.string() })
const sbomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: componentSchema }),
  components: z.array(componentSchema),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) }))
})

/**
 * What npm makes of the lock file, asking nobody, cut down to what is released: Electron is a tool to npm and the ground of
 * the desktop program, and npm's own `--omit=dev` leaves out whatever a tool needs too (11.19: zod). Throws npm's words when
 * it makes nothing.
 */
export function makeSbom(): z.infer<typeof sbomSchema> {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  // On Windows npm is a script of the shell's.
  const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' }
  const made = spawnSync('npm', args, { ...options, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`npm sbom: ${made.stderr}`)
  const sbom = sbomSchema.parse(JSON.parse(made.stdout))
  const released = new Set(
    readLicences()
      .filter(({ isDev, name }) => !isDev || name === 'electron')
      .map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`)
  )
  const components = sbom.components.filter(({ purl }) => released.has(purl))
  const { component } = sbom.metadata
  const refs = new Set([component, ...components].map(part => part['bom-ref']))
  return {
    ...sbom,
    // Else it is called as its folder is.
    metadata: { ...sbom.metadata, component: { ...component, name: 'verstak' } },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(one => ({ ...one, dependsOn: one.dependsOn.filter(ref => refs.has(ref)) }))
  }
}
