import type { Log } from "./log.ts";

type EndLog = Pick<Log, "info" | "error" | "fatal">;
/** Ends the process, for the reason the log is given, with a code. Asked twice, it ends once, and well only if both say so. */
type End = (why: string, code: number) => void;

/**
 * Has the process end in order, through `close`, when it is told to (SIGTERM, SIGINT), and in any case within `limit` ms.
 * Returns how to end it for another reason.
 */
export function endInOrder(close: () => Promise<void>, limit: number, log: EndLog): End {
  let worst = 0;
  let ending = false;
  const giveUp = (words: string, fields: object) => {
    log.fatal(fields, words);
    process.exit(1);
  };
  const end: End = (why, code) => {
    worst = Math.max(worst, code);
    if (ending) return;
    ending = true;
    log.info({ why }, "Stopping");
    setTimeout(() => giveUp("It could not be stopped in order in time", { ms: limit }), limit);
    close().then(
      () => process.exit(worst),
      (error) => giveUp("It could not be stopped in order", { error }),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(signal, 0));
  return end;
}

/**
 * Ends the process as one that failed where something threw that nobody caught: nobody can know what was left half done,
 * and who watches the process starts it anew. A refused promise for which nobody waited is written down and ends nothing.
 */
export function endOnFailure(end: End, log: EndLog): void {
  // The framework has listeners of its own, with which the process would live on whatever was thrown.
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
  process.on("uncaughtException", (error) => {
    log.fatal({ error }, "Something failed that nobody expected");
    end("a failure", 1);
  });
  process.on("unhandledRejection", (error) => log.error({ error }, "Something failed for which nobody waited"));
}
