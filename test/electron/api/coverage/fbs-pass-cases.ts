import { operations as table } from '../../../../electron/api/operations.ts'
import { caseOf, type Case, type CaseWorld } from './case-world.ts'

/** Passes to warehouses. */
export function fbsPassCases({ call }: CaseWorld): readonly Case[] {
  const driver = (first: number, last: number, model = 10, number = 9) => ({
    firstName: 'Я'.repeat(first),
    lastName: 'Ю'.repeat(last),
    carModel: 'M'.repeat(model),
    carNumber: 'А456ВС123Х'.slice(0, number),
    officeId: 15
  })
  const made = async () => {
    const offices = await call(table.passOffices, {}, 'urgent')
    const officeId = offices.kind === 'ok' ? (offices.value[0]?.id ?? 0) : 0
    const reply = await call(table.createPass, { body: { ...driver(3, 6), officeId } }, 'urgent')
    return { path: { passId: reply.kind === 'ok' ? reply.value.id : 0 }, officeId }
  }
  const create =
    (...lengths: Parameters<typeof driver>) =>
    async () => ({
      body: { ...driver(...lengths), officeId: (await made()).officeId }
    })
  const update =
    (...lengths: Parameters<typeof driver>) =>
    async () => {
      const { path, officeId } = await made()
      return { path, body: { ...driver(...lengths), officeId } }
    }
  const wrong: readonly Parameters<typeof driver>[] = [
    [2, 3],
    [50, 51],
    [3, 6, 0],
    [3, 6, 101],
    [3, 6, 10, 5],
    [3, 6, 10, 10]
  ]
  return [
    caseOf(table.passOffices, { inside: [() => ({})] }),
    caseOf(table.passes, { inside: [() => ({})] }),
    caseOf(table.createPass, {
      inside: [create(3, 3), create(50, 50), create(3, 6, 1), create(3, 6, 100), create(3, 6, 10, 6)],
      outside: wrong.map(lengths => ({ body: driver(...lengths) }))
    }),
    caseOf(table.updatePass, {
      inside: [update(1, 6), update(50, 50), update(3, 6, 10, 6)],
      outside: wrong.map(lengths => ({ path: { passId: 40 }, body: driver(...lengths) })),
      refused: [[404, () => ({ path: { passId: 1 }, body: driver(3, 6) })]]
    }),
    caseOf(table.deletePass, {
      inside: [async () => ({ path: (await made()).path })],
      refused: [[404, () => ({ path: { passId: 1 } })]]
    })
  ]
}
