/** What was done about a row that can't be read: `healed`, its work goes on; `seen`, a person was told and has said so. */
export const sql = `
ALTER TABLE damaged ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE damaged ADD COLUMN healed INTEGER NOT NULL DEFAULT 0 CHECK (healed IN (0, 1));
ALTER TABLE damaged ADD COLUMN seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1));
`
