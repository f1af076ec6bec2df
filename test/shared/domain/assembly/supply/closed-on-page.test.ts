import { expect, test } from 'vitest'
import { newDesk, order, packedOrder, SUPPLY } from '../support.ts'

test('whoever was told how many orders move is not asked again; of another number the stage asks', () => {
  const orders = [packedOrder(1), order(2), order(3)]
  const told = newDesk({ orders })
  told.act({ kind: 'closeSupply', supplyId: SUPPLY, moving: 2 })
  expect(told.said).toBe('goOn supplyClosing')
  expect(told.queued.map(body => body.kind)).toEqual(['createSupply', 'addToSupply', 'deliverSupply'])

  const toldOther = newDesk({ orders })
  toldOther.act({ kind: 'closeSupply', supplyId: SUPPLY, moving: 1 })
  expect(toldOther.said).toBe('ask supplyUnfinished')
  expect(toldOther.queued).toEqual([])

  const dead = packedOrder(4, {}, { life: 'cancelled' })
  const alsoDead = newDesk({ orders: [...orders, dead] })
  alsoDead.act({ kind: 'closeSupply', supplyId: SUPPLY, moving: 2 })
  expect(alsoDead.said).toBe('ask cancelledInside')
})
