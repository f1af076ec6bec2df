import { createTransport, transportBounds } from '../../../electron/api/wire/transport.ts'
import { trustSystemCertificates } from '../../../electron/browser/certificates.ts'

/** A process of its own, for what a process trusts is read at its start: asks the address once and prints the outcome. */
trustSystemCertificates()
const transport = createTransport(process.argv[2] ?? '', () => 'token', transportBounds)
const outcome = await transport.exchange({ method: 'GET', path: '/', body: null })
await transport.close()
process.stdout.write(JSON.stringify({ ...outcome, headers: undefined }))
