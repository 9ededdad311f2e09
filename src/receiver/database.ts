import Database from 'libsql';
import {GUARDS, TABLES} from './sql.js';

// Milliseconds that a process waits for another one on the same file.
const PATIENCE = 5000;

/** Opens a file such that an answered write survives a power cut. Throws when it cannot be opened. */
export function openDatabase(path: string): Database.Database {
  const database = new Database(path);
  // First of all: the statements that follow may already meet another process.
  database.exec(`PRAGMA busy_timeout=${PATIENCE}`);
  useWriteAheadLog(database);
  database.exec('PRAGMA synchronous=FULL');
  database.transaction(() => database.exec(TABLES + GUARDS)).immediate();
  return database;
}

function useWriteAheadLog(database: Database.Database): void {
  const deadline = Date.now() + PATIENCE;

  for (;;) {
    try {
      database.exec('PRAGMA journal_mode=WAL');
      return;
    } catch (error) {
      // Of two processes that make the same new file one is told so at once, whatever the timeout.
      if ((error as {code?: string}).code !== 'SQLITE_BUSY' || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
