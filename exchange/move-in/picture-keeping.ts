import { createHash } from "node:crypto";
import { basename } from "node:path";
import { findPictureByHash } from "#db/media";
import { keepPicture, type PictureRefusal } from "../pictures.ts";
import type { PictureFiles } from "./picture-files.ts";
import type { Report } from "./report.ts";

const WHY: Record<PictureRefusal, string> = {
  "not-a-picture": "it is no picture of a kind that browsers show",
  "too-heavy": "its file is heavier than 25 MB",
  "too-many-pixels": "it has more than 40 million pixels",
  broken: "its file is broken",
};

/** Pictures worked on at a time: reading and fetching overlap with making. */
const AT_ONCE = 4;

/** A picture that is to be kept: the paths under which its file may lie, the best first, and what is known of it. */
export type WantedPicture = {
  paths: readonly [string, ...string[]];
  address: string;
  id: string;
  title: string;
  alt: string;
  caption: string;
  credit: string;
};

type KeepingOptions = {
  dryRun: boolean;
  now: Date;
  progress?: (step: "keeping pictures", done: number, all: number) => void;
};

/**
 * Keeps the pictures of an import before anything else is written. In a dry run files are looked at and nothing is kept;
 * a picture that is not here yet then has the number 0.
 */
export class PictureKeeping {
  readonly #files: PictureFiles | undefined;
  readonly #report: Report;
  readonly #options: {
    dryRun: boolean;
    now: Date;
    progress?: (step: "keeping pictures", done: number, all: number) => void;
  };
  readonly #kept = new Map<string, number>();

  constructor(files: PictureFiles | undefined, report: Report, options: KeepingOptions) {
    this.#files = files;
    this.#report = report;
    this.#options = options;
  }

  /** The number of the picture that was kept for a path. */
  kept = (path: string | undefined): number | undefined => (path === undefined ? undefined : this.#kept.get(path));

  /** Keeps all pictures among some addresses. */
  async keepAll(addresses: readonly string[], pathOf: (address: string) => string | undefined): Promise<void> {
    const wanted = new Map<string, WantedPicture>();
    for (const address of addresses) {
      const path = pathOf(address);
      if (path) wanted.set(path, { paths: [path], address, id: path, title: "", alt: "", caption: "", credit: "" });
    }
    await this.keep([...wanted.values()]);
  }

  async keep(wanted: readonly WantedPicture[]): Promise<void> {
    const files = this.#files;
    if (!files) return;
    const waiting = [...wanted].reverse();
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await this.#keepOne(next, files);
        this.#options.progress?.("keeping pictures", wanted.length - waiting.length, wanted.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  async #keepOne(
    { paths, address, id, title, alt, caption, credit }: WantedPicture,
    files: PictureFiles,
  ): Promise<void> {
    let bytes: Uint8Array | undefined;
    for (const path of new Set(paths)) bytes ??= await files(path, address);
    if (!bytes) return this.#report.leaveOut("pictures", id, title, "its file was not found");
    const known = await findPictureByHash(createHash("sha256").update(bytes).digest("hex"));
    let number = known?.id ?? 0;
    if (!known && !this.#options.dryRun) {
      const made = await keepPicture(bytes, { filename: basename(paths[0]), alt, caption, credit }, this.#options.now);
      if (!made.ok) return this.#report.leaveOut("pictures", id, title, WHY[made.reason]);
      number = made.value.id;
    }
    this.#report.count("pictures", known ? "unchanged" : "taken");
    for (const path of paths) this.#kept.set(path, number);
  }
}
