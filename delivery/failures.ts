/** Is told why the framework could not answer, and the target of that request. */
type Hear = (error: unknown, target: string) => void;

/** The framework carries a copy of this module of its own (instrumentation.ts), so there is one listener per process. */
const place = Symbol.for("national-update.failures");
const processWide = globalThis as { [place]?: Hear };

export function hearOfFailures(hear: Hear): void {
  processWide[place] = hear;
}

/** As Node, or who reads a form with files, says that what was sent has no end: no failure of ours. */
const isAborted = (error: unknown) =>
  error instanceof Error &&
  (error.message === "Unexpected end of form" ||
    (error.message === "aborted" && (error as NodeJS.ErrnoException).code === "ECONNRESET"));

export const tellOfFailure: Hear = (error, target) => {
  if (!isAborted(error)) processWide[place]?.(error, target);
};
