import { z } from 'zod'
import { SCHEMES } from '../schemes/scheme.ts'
import { ORDER_LIVES } from './orders.ts'

/** What an order may have about it that a person looks for. */
export const ORDER_TRAITS = ['codes', 'b2b', 'express', 'comment', 'pinned', 'again', 'abroad'] as const
export type OrderTrait = (typeof ORDER_TRAITS)[number]

/** How long ago an order was made: less than a day, less than three, or longer. */
export const ORDER_AGES = ['day', 'threeDays', 'older'] as const
export type OrderAge = (typeof ORDER_AGES)[number]

/** `oldest`, `newest`: by when the order was made; `urgent`: by when it has to be ready; `dearest` first. */
export const ORDER_SORTS = ['oldest', 'newest', 'urgent', 'article', 'dearest', 'batch'] as const
export type OrderSort = (typeof ORDER_SORTS)[number]

/** What a list of orders is narrowed by, and in what order it stands; null, empty: by nothing. */
export const orderFilterFields = {
  lives: z.array(z.enum(ORDER_LIVES)).nullable(),
  scheme: z.enum(SCHEMES).nullable().default(null),
  search: z.string().max(150),
  supplyId: z.string().nullable(),
  /** The marketplace's two statuses, in its own words. */
  supplierStatus: z.string().max(40).nullable().default(null),
  wbStatus: z.string().max(40).nullable().default(null),
  cargoType: z.number().int().nullable().default(null),
  age: z.enum(ORDER_AGES).nullable().default(null),
  traits: z.array(z.enum(ORDER_TRAITS)).max(ORDER_TRAITS.length).default([]),
  sort: z.enum(ORDER_SORTS).default('oldest')
}

const orderFilterSchema = z.object(orderFilterFields)
/** As it is looked by. */
export type OrderFilter = z.output<typeof orderFilterSchema>

/** A filter that somebody gave a name. */
export const orderViewsSchema = z
  .array(z.object({ name: z.string().trim().min(1).max(40), filter: orderFilterSchema }))
  .max(20)
export type OrderListView = z.output<typeof orderViewsSchema>[number]
