/** `npm run sbom`: everything inside a release, in CycloneDX, in `dist/verstak.cdx.json`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSbom } from './make-sbom.ts'
import { ROOT } from './repository.ts'

const sbom = makeSbom()
const folder = join(ROOT, 'dist')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'verstak.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`)
console.log(`dist/verstak.cdx.json: ${sbom.components.length} packages`)
