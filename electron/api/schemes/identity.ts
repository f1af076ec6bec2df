import type { ApiChoices } from '../../../shared/domain/account/api-choices.ts'
import type { Identity, Reply } from '../../station/ports/ports.ts'
import { operations as table } from '../operations.ts'
import type { SchemeParts } from './reads.ts'

export interface IdentityParts extends SchemeParts {
  readonly choices: Pick<ApiChoices, 'passcodeDigits'>
  /** Ms until the marketplace may be asked for an identity again. */
  readonly nextIdentityMs: () => number
}

/** Whether a passcode belongs to an order (API documents, `client/identity`); what can't be one is not sent. */
export async function identify(
  { call, choices, nextIdentityMs }: IdentityParts,
  orderCode: string,
  passcode: string
): Promise<Reply<Identity>> {
  const { least, most } = choices.passcodeDigits
  const isCode = /^\d+$/.test(passcode) && passcode.length >= least && passcode.length <= most
  if (!isCode || orderCode === '') return answer('malformed')
  const reply = await call(table.pickupIdentity, { body: { orderCode, passcode } }, 'urgent')
  if (reply.kind === 'ok') return answer(reply.value.ok ? 'same' : 'wrongPasscode')
  if (reply.kind !== 'refused') return reply
  if (reply.status === 404) return answer('noSuchOrder')
  return reply.code === 'InvalidPasscode' ? answer('wrongPasscode') : reply

  function answer(kind: Identity['kind']): Reply<Identity> {
    return { kind: 'ok', value: { kind, nextTryMs: nextIdentityMs() } }
  }
}
