import { expect, test } from 'vitest'
import { nextPassAt, passProblems, withDriver } from '../../../../shared/domain/orders/passes.ts'

const DRIVER = { firstName: 'Учебный', lastName: 'Водитель', carModel: 'ГАЗель', carNumber: 'А123ВС' }
const HOUR = 3_600_000

test.each([
  [{}, false, []],
  [{ firstName: 'Ян', lastName: 'Ли' }, false, ['nameLength']],
  [{ firstName: 'Святослав', lastName: 'Ли' }, false, []],
  [{ firstName: 'Святослав', lastName: 'Ли' }, true, ['lastNameShort']],
  [{ firstName: '', lastName: '' }, true, ['firstName', 'lastName']],
  [{ firstName: 'а'.repeat(60), lastName: 'б'.repeat(41) }, false, ['nameLength']],
  [{ carModel: '' }, false, ['carModel']],
  [{ carNumber: 'А-123' }, false, ['carNumber']],
  [{ carNumber: 'А123ВС7777' }, false, ['carNumber']]
] as const)('%j, a change: %j, breaks %j', (part, isChange, broken) => {
  expect(passProblems({ ...DRIVER, ...part }, isChange)).toEqual(broken)
})

test('the next pass waits ten minutes from the youngest, whoever made it', () => {
  const now = 1000 * HOUR
  expect(nextPassAt([], 0, now)).toBe(0)
  expect(nextPassAt([now + 48 * HOUR - 60_000, null], 0, now)).toBe(now + 9 * 60_000)
  expect(nextPassAt([now + HOUR], 0, now)).toBe(0)
  expect(nextPassAt([], now - 60_000, now)).toBe(now + 9 * 60_000)
})

test('a driver is remembered once for each car, the newest first, twenty at most', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ ...DRIVER, carNumber: `А10${index}ВС` }))
  const [newest, ...rest] = withDriver(many, { ...DRIVER, carNumber: 'а105вс', carModel: 'Газон' })
  expect(newest).toMatchObject({ carModel: 'Газон' })
  expect(rest).toHaveLength(19)
  expect(rest.some(({ carNumber }) => carNumber === 'А105ВС')).toBe(false)
})
