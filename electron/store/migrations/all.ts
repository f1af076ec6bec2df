import { sql as first } from './001-first.ts'
import { sql as labelPictures } from './002-label-pictures.ts'
import { sql as shippingPoints } from './003-shipping-points.ts'
import { sql as cardGtins } from './004-card-gtins.ts'
import { sql as gtinOwners } from './006-gtin-owners.ts'
import { sql as spotStickers } from './007-spot-stickers.ts'
import { sql as borderLabels } from './008-border-labels.ts'
import { sql as rounds } from './009-rounds.ts'
import { sql as buyers } from './010-buyers.ts'
import { sql as buyerCodes } from './011-buyer-codes.ts'
import { sql as codeValues } from './012-code-values.ts'
import { sql as orderKinds } from './013-order-kinds.ts'
import { sql as kindsAndSums } from './014-kinds-and-sums.ts'
import { sql as orderTrail } from './015-order-trail.ts'
import { sql as healedRows } from './016-healed-rows.ts'
import { sql as logTimes } from './017-log-times.ts'
import { sql as productCards } from './018-product-cards.ts'
import { sql as buyerComments } from './019-buyer-comments.ts'

/** SQL of each migration in order: the first takes a database to `user_version` 1, the second to 2, and so on. */
export const migrations: readonly string[] = [
  first,
  labelPictures,
  shippingPoints,
  cardGtins,
  gtinOwners,
  spotStickers,
  borderLabels,
  rounds,
  buyers,
  buyerCodes,
  codeValues,
  orderKinds,
  kindsAndSums,
  orderTrail,
  healedRows,
  logTimes,
  productCards,
  buyerComments
]
