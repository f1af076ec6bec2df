import { generateKeyPairSync, sign } from 'node:crypto'

export interface Certificate {
  readonly key: string
  readonly certificate: string
}

/** A certificate authority of its own and a server certificate by it for `host`, good for an hour; PEM. */
export function issueCertificate(host: string): { readonly authority: string; readonly server: Certificate } {
  const root = newKeys()
  const server = newKeys()
  const authority = certify({ subject: 'Verstak test authority', issuer: 'Verstak test authority', ...root, by: root })
  const certificate = certify({ subject: host, issuer: 'Verstak test authority', ...server, by: root, host })
  return {
    authority: pem(authority),
    server: {
      certificate: pem(certificate),
      key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    }
  }
}

type Keys = ReturnType<typeof newKeys>

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/** X.509 version 3 in DER (RFC 5280); an authority when no host is given. */
function certify(made: {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: Keys['publicKey']
  readonly by: Keys
  readonly host?: string
}): Buffer {
  const { host, by } = made
  const algorithm = sequence(oid('2a8648ce3d040302'))
  const now = Date.now()
  const extensions = [
    extension('551d13', sequence(...(host === undefined ? [der(0x01, Buffer.from([0xff]))] : []))),
    ...(host === undefined ? [] : [extension('551d11', sequence(der(0x82, Buffer.from(host))))])
  ]
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([host === undefined ? 1 : 2])),
    algorithm,
    name(made.issuer),
    sequence(time(now - 3_600_000), time(now + 3_600_000)),
    name(made.subject),
    made.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions))
  )
  const signature = sign('sha256', body, by.privateKey)
  return sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

/** A name that is a common name alone. */
function name(text: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))))
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), der(0x04, value))
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${digits}Z`))
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
