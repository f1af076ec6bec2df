/**
 * Where supplies are brought: the points of each city that was asked for, by cargo type. `search` holds what a person
 * may type of a point, in small letters and without `ё`; `rank` puts sorting centres before pickup points.
 */
export const sql = `
CREATE TABLE shipping_points (
  city TEXT NOT NULL,
  cargo_type INTEGER NOT NULL,
  id INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  office_type TEXT NOT NULL,
  fulfilment INTEGER NOT NULL CHECK (fulfilment IN (0, 1)),
  search TEXT NOT NULL,
  fetched_at INTEGER NOT NULL,
  PRIMARY KEY (city, cargo_type, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shipping_points_in_order ON shipping_points (city, cargo_type, rank, address, id, search);

-- A city is here once all of its points are.
CREATE TABLE shipping_cities (
  city TEXT NOT NULL,
  cargo_type INTEGER NOT NULL,
  fetched_at INTEGER NOT NULL,
  PRIMARY KEY (city, cargo_type)
) STRICT, WITHOUT ROWID;
`
