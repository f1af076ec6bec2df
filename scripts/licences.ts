/** `npm run licences`: the packages that a release is made of, with their licences. */
import { readLicences } from './read-licences.ts'

for (const { name, version, licence } of readLicences().filter(({ isDev }) => !isDev)) {
  console.log(`${licence.padEnd(24)} ${name} ${version}`)
}
