import { workerData } from "node:worker_threads";
import Database from "better-sqlite3";

/* A thread for one checkpoint of the database at the path it is given (write-ahead-log.ts). */

const engine = new Database(workerData, { fileMustExist: true });
engine.pragma("synchronous = NORMAL");
engine.pragma("wal_checkpoint(PASSIVE)");
engine.close();
