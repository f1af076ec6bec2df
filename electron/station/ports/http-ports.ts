export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>

export interface HttpRequest {
  /** `https://host:port`. */
  readonly origin: string
  /** With its query. */
  readonly path: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** Its answer is a list, which may be very long: `long` of the bounds holds for it. */
  readonly isLong?: boolean
  /**
   * Gets the answer's body as it comes, packed as the header `content-encoding` says, plain without it; of an answer that
   * is not whole it counts for nothing.
   */
  readonly onBytes: (bytes: Uint8Array) => void
}

/** Why there is no whole answer. */
type Loss = 'timeout' | 'connection' | 'garbled'

export type HttpOutcome =
  | { readonly kind: 'whole'; readonly status: number; readonly headers: HttpHeaders }
  /** The head of an answer came, its body did not, or not all of it. */
  | { readonly kind: 'torn'; readonly status: number; readonly headers: HttpHeaders; readonly why: Loss }
  /**
   * No answer; `sent`: at least a byte of the request may have left. In doubt it has. `proxyStatus`: a proxy gave no way
   * to the server, and said so with this status.
   */
  | { readonly kind: 'lost'; readonly sent: boolean; readonly why: Loss; readonly proxyStatus?: number }

/** Bounds in ms and bytes. */
export interface HttpBounds {
  readonly connectMs: number
  readonly headersMs: number
  /** The longest silence within a body. */
  readonly bodyMs: number
  /** What a closing link grants to requests on their way. */
  readonly closeMs: number
  readonly short: AnswerBounds
  readonly long: AnswerBounds
}

export interface AnswerBounds {
  /** From the first byte out to the last one in: a server that drips bytes holds nobody for ever. */
  readonly totalMs: number
  /** The longest body, packed as well as unpacked. */
  readonly bytes: number
}

/** Connections to servers, kept open between requests. */
export interface HttpLink {
  /** Sends one request and never repeats it; redirects are answers. Never throws for what the network does. */
  exchange(request: HttpRequest): Promise<HttpOutcome>
  /** Lets requests on their way end for `closeMs`, then cuts them. */
  close(): Promise<void>
}

/** Web requests as a host makes them: its way through proxies, the certificates that it trusts. */
export interface HttpPort {
  open(bounds: HttpBounds): HttpLink
}
