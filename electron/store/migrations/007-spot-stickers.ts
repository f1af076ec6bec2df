/** Stickers for the vehicles that bring supplies over the border: PNG, as the marketplace draws them. */
export const sql = `
CREATE TABLE spot_stickers (
  supply_id TEXT PRIMARY KEY,
  png BLOB NOT NULL
) STRICT;
`
