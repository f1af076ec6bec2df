/** What a handler answers; the server adds the headers. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  /** Sent as `application/problem+json`. */
  readonly isProblem?: true
  /** False for a bulk reply of 200 in which every item was refused. */
  readonly changed?: false
}

/** The business codes of the API documents, with the words the marketplace puts beside them. */
const MESSAGES = {
  IncorrectRequest: 'Переданы некорректные данные',
  IncorrectRequestBody: 'Некорректное тело запроса',
  IncorrectParameter: 'Передан некорректный параметр',
  AccessDenied: 'Доступ запрещён',
  NotFound: 'Не найдено',
  StatusMismatch: 'Операция невозможна для этого статуса сборочного задания',
  FailedToUpdateMeta: 'Не удалось обновить метаданные сборочного задания',
  MetaKeyNotRequired: 'Сборочному заданию не нужны такие метаданные',
  LowExpirationDate: 'Не удалось обновить срок годности. Указан срок меньше допустимого',
  MetaValidationFail: 'Метаданные сборочных заданий не прошли проверку',
  SupplyHasOrders: 'Поставка не активна или за ней закреплены сборочные задания',
  SupplyHasZeroOrders: 'Поставка не содержит сборочных заданий',
  SupplyNotClosed: 'Поставка не передана в доставку',
  FailedToAddSupplyOrder: 'Не удалось закрепить сборочное задание за поставкой',
  StatusChangeNotAllowed: 'Сборочное задание уже отсканировано в пункте приёмки, отменить его нельзя',
  CustomsDeclarationIsRequired: 'Не указан номер таможенной декларации',
  WarehouseNameInvalid: 'На этот склад пропуск не оформляется',
  InvalidPasscode: 'Неверный код подтверждения',
  InvalidWBCode: 'Неверный код покупателя',
  ImeiIsNotFilled: 'Не указан IMEI',
  OrderNotB2B: 'Сборочное задание не от юридического лица',
  PriceNotCalculated: 'Цена для этого сборочного задания не рассчитывалась',
  InvalidOriginCountryCode: 'Нет страны с таким кодом',
  SupplyShippingRequired: 'Не указаны параметры отгрузки поставки',
  FulfillmentSupplyBoxesRequired: 'Для отгрузки через фулфилмент добавьте грузоместа',
  SupplyIsProcessing: 'Поставка обрабатывается, повторите запрос позже',
  FulfillmentRequired: 'Пункт отгрузки не оказывает услугу фулфилмента',
  SupplyAlreadyScanned: 'Поставка уже отсканирована в пункте отгрузки',
  InvalidShippingDt: 'Дата отгрузки уже прошла',
  UnsuitableShippingType: 'Электронная накладная нужна только для перевозки транспортной компанией'
} as const

export type BusinessCode = keyof typeof MESSAGES

type RefusalStatus = 400 | 403 | 404 | 409 | 422

/** A business refusal `{code, message, data?}` (API documents, 4XX samples). */
export function refuse(status: RefusalStatus, code: BusinessCode, data?: unknown): Reply {
  return refuseWith(status, code, data === undefined ? {} : { data })
}

/** A business refusal with more beside its code and its words. */
export function refuseWith(status: RefusalStatus, code: BusinessCode, more: object): Reply {
  return { status, body: { code, message: MESSAGES[code], ...more } }
}

/** A refusal whose body is its code alone. */
export function refuseBare(status: RefusalStatus, code: BusinessCode): Reply {
  return { status, body: { code } }
}

/** Why one order was refused: alone it makes a refusal, in bulk an item of the reply. */
export interface Problem {
  readonly status: 400 | 404 | 409 | 422
  readonly code: BusinessCode
  readonly metaDetails?: readonly unknown[]
}

const TITLES: Readonly<Record<number, readonly [title: string, statusText: string]>> = {
  401: ['unauthorized', 'Unauthorized'],
  402: ['payment required', 'Payment Required'],
  403: ['access denied', 'Forbidden'],
  404: ['path not found', 'Not Found'],
  429: ['too many requests', 'Too Many Requests'],
  500: ['internal server error', 'Internal Server Error'],
  502: ['bad gateway', 'Bad Gateway'],
  503: ['service unavailable', 'Service Unavailable'],
  504: ['gateway timeout', 'Gateway Timeout']
}

/** An error of the gateway, before any business code ran; `at` in ms, `serial` makes the request's id. */
export function gatewayError(status: number, detail: string, at: number, serial: number): Reply {
  const [title, statusText] = TITLES[status] ?? ['error', 'Error']
  const requestId = serial.toString(16).padStart(32, '0')
  return {
    status,
    body: {
      title,
      detail,
      code: `practice-${requestId.slice(-8)}`,
      requestId,
      origin: 's2s-api-auth-marketplace',
      status,
      statusText,
      timestamp: rfc3339(at)
    }
  }
}

/** RFC 3339 in UTC, whole seconds, as every date of the API is written. */
export function rfc3339(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
