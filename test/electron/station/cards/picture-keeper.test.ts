import { expect, test } from 'vitest'
import { PictureKeeper } from '../../../../electron/station/cards/picture-keeper.ts'
import type { PicturesPort, PicturesStore } from '../../../../electron/station/ports/ports.ts'
import { OrderBook } from '../../../../shared/domain/orders/order-book.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

const PNG = Buffer.from('\u0089PNG\r\n\u001a\n rest of it', 'latin1')
const MINUTE = 60_000

/** A keeper whose network answers `answer`. */
function keeperOver(answer: (url: string) => Awaited<ReturnType<PicturesPort['fetch']>>) {
  const clock = createVirtualClock()
  const [kept, asked]: [Set<string>, string[]] = [new Set(), []]
  let arrived = 0
  const disk: PicturesStore = {
    has: async name => kept.has(name),
    read: async () => null,
    keep: async name => kept.add(name).has(name),
    dropOwnBut: async () => {}
  }
  const port: PicturesPort = {
    fetch: async url => {
      asked.push(url)
      return answer(url)
    },
    close: async () => {}
  }
  const keeper = new PictureKeeper({
    port,
    kept: disk,
    store: { words: () => ({ name: '', color: '', size: '', place: '', picture: '', ownPicture: '' }) },
    orders: () => OrderBook.of([]),
    clock,
    log: quietLog,
    onArrived: () => void (arrived += 1)
  })
  return { keeper, clock, kept, asked, arrivals: () => arrived }
}

test('a picture that a page waits for comes when the network is back, behind the others, and the page is told', async () => {
  let isCut = true
  const { keeper, clock, kept, asked, arrivals } = keeperOver(() => (isCut ? 'later' : PNG))
  const [one, two] = [keeper.nameOf('one'), keeper.nameOf('two')]
  keeper.want(one)
  keeper.want(two)
  await clock.advance(MINUTE)
  expect(asked).toEqual(['one', 'two'])
  isCut = false
  await clock.advance(2 * MINUTE)
  expect([kept.has(one), kept.has(two)]).toEqual([true, true])
  await clock.advance(MINUTE)
  expect(arrivals()).toBeGreaterThan(0)
})

test('what answers with a page of its own for a while makes no picture lost for good; a host that has none does', async () => {
  let isHotel = true
  const { keeper, clock, kept, asked } = keeperOver(url =>
    url === 'none' ? 'none' : isHotel ? Buffer.from('<html>Welcome</html>') : PNG
  )
  const [one, none] = [keeper.nameOf('one'), keeper.nameOf('none')]
  const look = async () => {
    for (const name of [one, none]) keeper.want(name)
    await clock.advance(0)
  }
  await look()
  isHotel = false
  await look()
  expect(asked).toEqual(['one', 'none'])
  await clock.advance(61 * MINUTE)
  await look()
  expect(asked).toEqual(['one', 'none', 'one'])
  expect(kept.has(one)).toBe(true)
})

test('however many other cards are looked at meanwhile, a picture that waits is still fetched', async () => {
  let isCut = true
  const { keeper, clock, kept } = keeperOver(() => (isCut ? 'later' : PNG))
  const one = keeper.nameOf('one')
  keeper.want(one)
  for (let at = 0; at < 30_000; at += 1) keeper.nameOf(`other ${at}`)
  isCut = false
  await clock.advance(2 * MINUTE)
  expect(kept.has(one)).toBe(true)
})
