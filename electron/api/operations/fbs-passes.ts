import { PENALTY, PENALTY_NONE } from '../limits/limits.ts'
import { bareRequest, noReply } from '../schemas/common.ts'
import * as passes from '../schemas/passes.ts'
import { operation } from './operation.ts'

const read = {
  edition: 'both',
  effect: 'read',
  repeatable: true,
  success: 200,
  group: 'fbs',
  penalty: PENALTY
} as const
const write = { edition: 'both', effect: 'write', group: 'fbs', penalty: PENALTY } as const

/** Passes to the marketplace's warehouses. */
export const fbsPasses = {
  passOffices: operation({
    ...read,
    name: 'passOffices',
    method: 'GET',
    path: '/api/v3/passes/offices',
    request: bareRequest,
    reply: passes.passOfficesReply
  }),
  passes: operation({
    ...read,
    name: 'passes',
    method: 'GET',
    path: '/api/v3/passes',
    request: bareRequest,
    reply: passes.passesReply
  }),
  createPass: operation({
    ...write,
    name: 'createPass',
    lookedUpBy: ['passes'],
    method: 'POST',
    path: '/api/v3/passes',
    repeatable: false,
    success: 201,
    request: passes.createPassRequest,
    reply: passes.createPassReply,
    group: 'passCreate',
    penalty: PENALTY_NONE
  }),
  updatePass: operation({
    ...write,
    name: 'updatePass',
    lookedUpBy: ['passes'],
    method: 'PUT',
    path: '/api/v3/passes/{passId}',
    repeatable: true,
    success: 204,
    request: passes.updatePassRequest,
    reply: noReply
  }),
  deletePass: operation({
    ...write,
    name: 'deletePass',
    lookedUpBy: ['passes'],
    method: 'DELETE',
    path: '/api/v3/passes/{passId}',
    repeatable: false,
    success: 204,
    request: passes.deletePassRequest,
    reply: noReply
  })
} as const
