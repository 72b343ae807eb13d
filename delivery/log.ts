import { format } from "node:util";
import pino from "pino";
import { environment } from "#db/environment";

export type Log = Pick<pino.Logger, "debug" | "info" | "warn" | "error" | "fatal">;

type Described = { name: string; message?: string; stack?: string | undefined; cause?: Described };

/** Error texts may quote what somebody typed (a parser's complaint, a constraint), so only our own frames are kept. */
const described = (error: unknown): Described =>
  error instanceof Error
    ? {
        name: error.name,
        message: error.message.slice(0, 500),
        stack: error.stack,
        ...(error.cause === undefined ? {} : { cause: described(error.cause) }),
      }
    : { name: typeof error };

/**
 * The log of this process: one JSON object a line on standard output. What goes in is a path without its query, a status
 * or a duration; never an address, a cookie or what somebody wrote.
 */
export function newLog(): Log {
  return pino({
    level: environment().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: described },
  });
}

/**
 * The path of a request target for the log. A query may hold what a reader searched for, and the path of a private page
 * is itself the secret.
 */
export const pathOnly = (target: string | undefined): string =>
  (target ?? "")
    .split("?", 1)[0]
    ?.replace(/^(\/(?:replies|preview|sign-in\/welcome|sign-in\/first))\/.*/, "$1/…")
    .slice(0, 300) ?? "";

/**
 * Turns what the framework would print between the lines of the log into lines of it: their first, since what follows
 * may quote anything.
 */
export function adoptConsole(log: Log): void {
  const adopted = (level: "error" | "warn") => {
    console[level] = (...said: unknown[]) =>
      log[level](
        {
          said: format(...said)
            .split("\n", 1)[0]
            ?.slice(0, 300),
        },
        "The framework has something to say",
      );
  };
  adopted("error");
  adopted("warn");
}
