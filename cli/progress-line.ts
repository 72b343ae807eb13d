const WIDTH = 24;

/** A line that says how far a long step is, how fast it goes and how long it will take; silent where nobody looks on. */
export class ProgressLine {
  #total: number;
  #step = "";
  #began = 0;
  #done = 0;
  #before = 0;
  #last = 0;
  #shownAt = 0;

  /** `total`: bytes of all files. A number that falls back begins the next file. */
  constructor(total: number) {
    this.#total = total;
  }

  show(step: string, bytes: number): void {
    if (!process.stderr.isTTY) return;
    const now = performance.now();
    if (step !== this.#step) {
      this.#step = step;
      this.#began = now;
      this.#before = 0;
    } else if (bytes < this.#last) this.#before += this.#last;
    this.#last = bytes;
    this.#done = this.#before + bytes;
    if (now - this.#shownAt < 100) return;
    this.#shownAt = now;
    process.stderr.write(`\r\u001b[K${this.#line((now - this.#began) / 1000)}`);
  }

  #line(seconds: number): string {
    const part = Math.min(1, this.#done / Math.max(1, this.#total));
    const rate = this.#done / Math.max(0.001, seconds);
    const left = Math.ceil((this.#total - this.#done) / Math.max(1, rate));
    const bar = "█".repeat(Math.round(part * WIDTH)).padEnd(WIDTH, "░");
    const leftWords = left >= 60 ? `${Math.floor(left / 60)} min ${left % 60} s left` : `${left} s left`;
    return `${this.#step} ${bar} ${Math.floor(part * 100)} %  ${(rate / 1e6).toFixed(1)} MB/s  ${leftWords}`;
  }

  end(): void {
    if (process.stderr.isTTY && this.#step !== "") process.stderr.write("\r\u001b[K");
  }
}
