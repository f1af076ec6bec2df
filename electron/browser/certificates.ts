import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/**
 * Trusts what the system trusts, beside Node's own list and `NODE_EXTRA_CA_CERTS`: a company's proxy that reads the
 * traffic signs it with a certificate that only the system knows. For the whole process, before its first connection.
 */
export function trustSystemCertificates(): void {
  const system = getCACertificates('system')
  if (system.length > 0) setDefaultCACertificates([...getCACertificates('default'), ...system])
}
