/** What the log says of an error. */
export type Described = { name: string; code?: string; message?: string; stack?: string; cause?: Described };

/** Errors of the language itself, whose words quote what was parsed or called, in quotation marks or after a colon. */
const OF_THE_LANGUAGE = new Set(["SyntaxError", "TypeError", "RangeError", "ReferenceError", "URIError", "EvalError"]);
const LONGEST_MESSAGE = 300;
/** How far the causes of causes are told. */
const DEEPEST = 3;

/** The first line, with nothing of what stands from its first quotation mark to its last. An apostrophe is none. */
export const withoutQuotes = (words: string): string =>
  (words.split("\n", 1)[0] ?? "").replace(/(?<!\w)["'`“‘].*["'`”’](?!\w)|["`“].*$/u, "…").slice(0, LONGEST_MESSAGE);

const firstQuoted = /["'`:]/;

/**
 * An error's message as far as it is somebody's words about it: they may quote what a reader typed. What the operating
 * system says names files and addresses of ours, and is told whole.
 */
export function wordsOf(error: Error): string {
  const { errno, syscall } = error as NodeJS.ErrnoException;
  if (errno !== undefined && syscall !== undefined) return error.message.slice(0, LONGEST_MESSAGE);
  if (!OF_THE_LANGUAGE.has(error.name)) return withoutQuotes(error.message);
  const at = error.message.search(firstQuoted);
  return at < 0 ? error.message.slice(0, LONGEST_MESSAGE) : `${error.message.slice(0, at)}…`;
}

/** Where it happened: the lines of the stack after the message, which stands at its beginning and may look like them. */
function framesOf({ stack = "", message }: Error): string {
  const lines = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split("\n");
  return lines.filter((line) => line.startsWith("    at ")).join("\n");
}

export function described(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  return {
    name: error.name,
    ...(/^[A-Z][A-Z0-9_]{1,60}$/.test(code ?? "") ? { code } : {}),
    message: wordsOf(error),
    stack: framesOf(error),
    ...(error.cause === undefined || depth === DEEPEST ? {} : { cause: described(error.cause, depth + 1) }),
  };
}
