import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

/*
 * A thread that carries the log of the database at the path it is given into it, each time it is asked to. It is plain
 * JavaScript, so that it need not load a translator first.
 */

const engine = new Database(workerData, { fileMustExist: true });
engine.pragma("cache_size = -512");
engine.pragma("synchronous = NORMAL");

parentPort?.on("message", () => {
  engine.pragma("wal_checkpoint(PASSIVE)");
  parentPort?.postMessage("over");
});
