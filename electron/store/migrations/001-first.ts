/**
 * The first tables. `body` holds the whole value as JSON (parsed with zod when it is read back); the columns beside it
 * are there to be queried on. Times are Unix ms.
 */
export const sql = `
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  life TEXT NOT NULL,
  supply_id TEXT,
  created_at INTEGER NOT NULL,
  article TEXT NOT NULL,
  sticker_barcode TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX orders_by_life ON orders (life, created_at);
CREATE INDEX orders_by_supply ON orders (supply_id);
CREATE INDEX orders_by_sticker ON orders (sticker_barcode) WHERE sticker_barcode IS NOT NULL;

CREATE TABLE supplies (
  id TEXT PRIMARY KEY NOT NULL,
  remote_id TEXT,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- When this PC first saw it delivered.
  delivered_at INTEGER,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE intents (
  id TEXT PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL,
  pending INTEGER NOT NULL CHECK (pending IN (0, 1)),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX intents_by_seq ON intents (seq);
CREATE INDEX intents_pending ON intents (seq) WHERE pending = 1;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL,
  order_id INTEGER,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_by_seq ON jobs (seq);
CREATE INDEX jobs_by_order ON jobs (order_id, seq) WHERE order_id IS NOT NULL;
CREATE INDEX jobs_unsettled ON jobs (seq) WHERE settled = 0;

-- A row for each use of a code, so that a release forgets nothing; one use at a time.
CREATE TABLE codes (
  use INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  key TEXT NOT NULL,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  released_at INTEGER
) STRICT;
CREATE UNIQUE INDEX codes_in_use ON codes (code) WHERE released_at IS NULL;
CREATE INDEX codes_by_order ON codes (order_id);

CREATE TABLE stickers (
  order_id INTEGER PRIMARY KEY,
  part_a TEXT NOT NULL,
  part_b TEXT NOT NULL,
  barcode TEXT NOT NULL,
  zpl BLOB NOT NULL
) STRICT;

CREATE TABLE supply_qrs (
  supply_id TEXT PRIMARY KEY NOT NULL,
  zpl BLOB NOT NULL
) STRICT;

CREATE TABLE desk (
  key TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  packer_id TEXT,
  kind TEXT NOT NULL,
  order_id INTEGER,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_order ON log (order_id, seq) WHERE order_id IS NOT NULL;
CREATE TRIGGER log_keeps_rows BEFORE DELETE ON log BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER log_keeps_values BEFORE UPDATE ON log BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
-- INSERT OR REPLACE would delete the older row without firing the trigger above.
CREATE TRIGGER log_replaces_nothing BEFORE INSERT ON log
WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id OR seq = NEW.seq) BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

-- Rows that did not parse, as they were found: the next write of the same key would lose them.
CREATE TABLE damaged (
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (table_name, key, body)
) STRICT;
`
