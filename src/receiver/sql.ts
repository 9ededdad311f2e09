/** PostgreSQL's placeholders in SQLite's spelling, so that one text serves both. */
export const forSqlite = (sql: string): string => sql.replace(/\$(\d+)/g, '?$1');

export const TABLES = `
  CREATE TABLE IF NOT EXISTS entries (
    n INTEGER PRIMARY KEY,
    received_at TEXT NOT NULL,
    flags TEXT NOT NULL,
    digest TEXT NOT NULL,
    prev TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS receipts (
    id TEXT PRIMARY KEY,
    consent_id TEXT NOT NULL,
    n INTEGER NOT NULL UNIQUE REFERENCES entries (n),
    salt TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS receipts_by_consent ON receipts (consent_id);
`;

/** SQLite only. A receipt may go, for that is erasure; what is there never changes. */
export const GUARDS = `
  CREATE TRIGGER IF NOT EXISTS entries_never_change BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'an entry never changes'); END;
  CREATE TRIGGER IF NOT EXISTS entries_never_go BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'an entry never goes'); END;
  CREATE TRIGGER IF NOT EXISTS receipts_never_change BEFORE UPDATE ON receipts
    BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END;
`;

export const FIND =
  'SELECT e.received_at, e.flags, r.body FROM receipts r JOIN entries e ON e.n = r.n WHERE r.id = $1';

export const LAST = 'SELECT n, received_at, flags, digest, prev FROM entries ORDER BY n DESC LIMIT 1';

export const ADD_ENTRY =
  'INSERT INTO entries (n, received_at, flags, digest, prev) VALUES ($1, $2, $3, $4, $5)';

export const ADD_RECEIPT = 'INSERT INTO receipts (id, consent_id, n, salt, body) VALUES ($1, $2, $3, $4, $5)';

export const COUNT = 'SELECT COUNT(*) AS receipts FROM receipts';

export const LIST = `
  SELECT e.n, e.received_at, e.flags, r.body FROM receipts r JOIN entries e ON e.n = r.n
  WHERE r.n < $1 ORDER BY r.n DESC LIMIT $2`;

export const CHAIN = `
  SELECT e.n, e.received_at, e.flags, e.digest, e.prev, r.id, r.consent_id, r.salt, r.body
  FROM entries e LEFT JOIN receipts r ON r.n = e.n
  WHERE e.n > $1 ORDER BY e.n LIMIT $2`;
