/** Environment variables, those of proxies among them. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>

export interface Proxies {
  /** Address of the proxy for `http:`, empty for none; for `https:` the same. */
  readonly httpProxy: string
  readonly httpsProxy: string
  /** Hosts that are reached without one, by commas. */
  readonly noProxy: string
}

/** This PC: the practice marketplace lives here, and no proxy could find it. */
const HERE = ['127.0.0.1', 'localhost', '::1']
const SCHEMES = ['http:', 'https:', 'socks5:']

/**
 * What `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` say, small letters first, as curl and Node read them; null when they
 * name no usable proxy.
 */
export function readProxies(environment: ProxyEnvironment): Proxies | null {
  const read = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? ''
  const httpProxy = addressOf(read('HTTP_PROXY'))
  const httpsProxy = addressOf(read('HTTPS_PROXY'))
  if (httpProxy === '' && httpsProxy === '') return null
  return { httpProxy, httpsProxy, noProxy: [read('NO_PROXY'), ...HERE].join(',') }
}

/** People write `proxy:3128` as well; what is no address is none. */
function addressOf(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const whole = trimmed.includes('://') ? trimmed : `http://${trimmed}`
  const url = URL.parse(whole)
  return url !== null && SCHEMES.includes(url.protocol) && url.hostname !== '' ? whole : ''
}
