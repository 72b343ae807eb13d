import { format } from "node:util";
import pino from "pino";
import { environment } from "#db/environment";
import { described, withoutQuotes, wordsOf } from "./described-error.ts";

export type Log = Pick<pino.Logger, "debug" | "info" | "warn" | "error" | "fatal">;

/**
 * The log of this process: one JSON object a line on standard output. What goes in is a path without its query, a status
 * or a duration; never an address, a cookie or what somebody wrote.
 */
export function newLog(): Log {
  return pino({
    level: environment().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: (error) => described(error) },
  });
}

/** Private pages, whose address is itself the secret, with each slash written any number of times. */
const privatePage = /^\/+(?:\.?\/+)*(replies|preview|sign-in\/+(?:welcome|first))\/+[^/]/i;

/** Escapes read as what they stand for, also where others in the path stand for nothing. */
const plain = (path: string): string =>
  path.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The path of a request target for the log. A query may hold what a reader searched for. */
export function pathOnly(target: string | undefined): string {
  const path = target?.split("?", 1)[0] ?? "";
  const isPrivate = privatePage.exec(plain(path))?.[1];
  return isPrivate === undefined ? path.slice(0, 300) : `/${isPrivate.toLowerCase().replace(/\/+/g, "/")}/…`;
}

/** What is printed of one thing: of an error no more than the log would say. */
const sayable = (part: unknown) => (part instanceof Error ? `${part.name}: ${wordsOf(part)}` : part);

/**
 * Turns what the framework would print between the lines of the log into lines of it: their first, without what they
 * quote, since that and what follows may be anybody's words.
 */
export function adoptConsole(log: Log): void {
  const adopted = (level: "error" | "warn") => {
    console[level] = (...said: unknown[]) =>
      log[level]({ said: withoutQuotes(format(...said.map(sayable))) }, "The framework has something to say");
  };
  adopted("error");
  adopted("warn");
}
