import { type HowFar, howFarInWords } from "#core/how-far";

const WIDTH = 24;

const BETWEEN_LINES_MS = 100;
/** For a program, each is a line of its own, in a file. */
const BETWEEN_RECORDS_MS = 400;

/**
 * A line that says how far a long step is, how fast it goes and how long it will take; silent where nobody looks on.
 * For a program that does, each is a record: {"step":"checking","done":4096,"all":8192,"seconds":0.5,"isBytes":true}.
 */
export class ProgressLine {
  readonly #bytes: number;
  readonly #asRecords: boolean;
  #total: number;
  #step = "";
  #began = 0;
  #done = 0;
  #before = 0;
  #last = 0;
  #shownAt = 0;

  /** `bytes`: of all files. A number of bytes that falls back begins the next file. */
  constructor(bytes: number, asRecords = false) {
    this.#bytes = bytes;
    this.#asRecords = asRecords;
    this.#total = bytes;
  }

  /** `all` is given where something else than bytes is counted. */
  show(step: string, done: number, all?: number): void {
    if (!process.stderr.isTTY && !this.#asRecords) return;
    const now = performance.now();
    const isNewStep = step !== this.#step;
    if (isNewStep) {
      this.#step = step;
      this.#began = now;
      this.#before = 0;
    } else if (done < this.#last) this.#before += this.#last;
    this.#last = done;
    this.#done = this.#before + done;
    this.#total = all ?? this.#bytes;
    const pause = this.#asRecords ? BETWEEN_RECORDS_MS : BETWEEN_LINES_MS;
    if (now - this.#shownAt < pause && !isNewStep) return;
    this.#shownAt = now;
    const far: HowFar = {
      step,
      done: this.#done,
      all: this.#total,
      seconds: (now - this.#began) / 1000,
      isBytes: all === undefined,
    };
    process.stderr.write(this.#asRecords ? `${JSON.stringify(far)}\n` : `\r\u001b[K${lineOf(far)}`);
  }

  end(): void {
    if (!this.#asRecords && process.stderr.isTTY && this.#step !== "") process.stderr.write("\r\u001b[K");
  }
}

function lineOf(far: HowFar): string {
  const { percent, speed, left } = howFarInWords(far);
  const bar = "█".repeat(Math.round((percent / 100) * WIDTH)).padEnd(WIDTH, "░");
  return `${far.step} ${bar} ${percent} %  ${speed}  ${left}`;
}
