/**
 * The tables of one contact center's records of one data type (durable/README.md, "A record store"). A piece has its body in `bodies`, or
 * lies in a pack, as `packed` says: a version of the service that knows no packs then fails to read it, and writes nothing wrong.
 */
export const TABLES = `
CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL,
  change INTEGER NOT NULL);
INSERT OR IGNORE INTO state (id, version, change) VALUES (1, 0, 0);
CREATE TABLE IF NOT EXISTS keys (kind INTEGER NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, entity INTEGER,
  media TEXT, date INTEGER, change INTEGER NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL,
  PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS media (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS members (owner TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (owner, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS waiting (id TEXT PRIMARY KEY, text BLOB NOT NULL, object TEXT, length INTEGER NOT NULL,
  bytes INTEGER NOT NULL, crc INTEGER NOT NULL, since INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS waiting_object ON waiting (object) WHERE object IS NOT NULL;
CREATE TABLE IF NOT EXISTS counters (kind INTEGER NOT NULL, entity INTEGER NOT NULL, media TEXT NOT NULL,
  day INTEGER NOT NULL, records INTEGER NOT NULL, bytes INTEGER NOT NULL,
  PRIMARY KEY (kind, entity, media, day)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pieces (n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, entity INTEGER NOT NULL,
  first_date INTEGER NOT NULL, first_owner TEXT NOT NULL, first_id TEXT NOT NULL,
  last_date INTEGER NOT NULL, last_owner TEXT NOT NULL, last_id TEXT NOT NULL,
  low INTEGER NOT NULL, high INTEGER NOT NULL, base INTEGER NOT NULL, created INTEGER NOT NULL, retired INTEGER,
  records INTEGER NOT NULL, length INTEGER NOT NULL, bytes INTEGER NOT NULL, crc INTEGER NOT NULL,
  media TEXT NOT NULL, object TEXT, prints BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS pieces_order ON pieces (kind, entity, first_date, first_owner, first_id);
CREATE INDEX IF NOT EXISTS pieces_retired ON pieces (retired) WHERE retired IS NOT NULL;
CREATE INDEX IF NOT EXISTS pieces_object ON pieces (object) WHERE object IS NOT NULL;
CREATE TABLE IF NOT EXISTS garbage (object TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bodies (piece INTEGER PRIMARY KEY, table_bytes INTEGER NOT NULL, lines BLOB NOT NULL,
  data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS packed (piece INTEGER PRIMARY KEY, pack TEXT NOT NULL, at INTEGER NOT NULL, tier INTEGER NOT NULL,
  table_bytes INTEGER NOT NULL, lines BLOB NOT NULL, gone INTEGER, erased INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS packed_pack ON packed (pack);
CREATE INDEX IF NOT EXISTS packed_gone ON packed (gone) WHERE gone IS NOT NULL;
CREATE TABLE IF NOT EXISTS unpacked (piece INTEGER PRIMARY KEY, data BLOB NOT NULL, since INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS scrubs (pack TEXT NOT NULL, at INTEGER NOT NULL, length INTEGER NOT NULL,
  PRIMARY KEY (pack, at)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS loose (piece INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS compacting (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, task TEXT NOT NULL, done TEXT NOT NULL, version INTEGER NOT NULL,
  tier INTEGER NOT NULL, begun INTEGER NOT NULL, until INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS inputs (piece INTEGER PRIMARY KEY);
INSERT OR IGNORE INTO loose (piece) SELECT n FROM pieces
  WHERE retired IS NULL AND NOT EXISTS (SELECT 1 FROM compacting);
INSERT OR IGNORE INTO compacting (id, name, task, done, version, tier, begun, until)
  VALUES (1, '', '', '', 0, 0, 0, 0);
CREATE TABLE IF NOT EXISTS tombstones (kind INTEGER NOT NULL, entity INTEGER NOT NULL, date INTEGER NOT NULL,
  owner TEXT NOT NULL, id TEXT NOT NULL, change INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (kind, entity, date, owner, id, change, at)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tombstones_id ON tombstones (kind, id);
CREATE TABLE IF NOT EXISTS erased (kind INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS batches (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, answer TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS departures (change INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, was TEXT,
  now TEXT, why TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS departures_of ON departures (kind, id, change);
CREATE TABLE IF NOT EXISTS missed (id INTEGER PRIMARY KEY CHECK (id = 1), change INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS journal (id INTEGER PRIMARY KEY CHECK (id = 1), since INTEGER NOT NULL,
  followed INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS pins (run TEXT PRIMARY KEY, version INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
`;
