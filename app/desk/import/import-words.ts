import type { RunState } from "#exchange/desk-import/read-run";
import type { ExportSource } from "#exchange/desk-import/recognise-export";
import type { RunRefusal } from "#exchange/desk-import/run-import";
import type { ExportRefusal } from "#exchange/desk-import/take-upload";

export const sourceNames: Record<ExportSource, string> = { wordpress: "WordPress", ghost: "Ghost", disqus: "Disqus" };

export const exportRefusals: Record<ExportRefusal | "signed-out", string> = {
  "signed-out": "You were signed out. Sign in again, then send it once more.",
  "no-file": "Please choose the file of an export.",
  "too-heavy": "This is larger than 1 GB. Please use the command line for it: npm run import.",
  "too-many": "These are more than 50 files. Please send those of one export only.",
  "not-an-export": "This is no export of WordPress, Ghost or Disqus, whatever its name says. Nothing of it was kept.",
  mixed: "These files are exports of different systems. Please send those of one.",
  "one-file-only": "Only WordPress writes one export as several files. Please send one file.",
  broken: "The upload broke off. Please send it again.",
  "no-room": "The disk is full. Nothing of this was kept.",
};

export const runRefusals: Record<RunRefusal, string> = {
  "another-is-running": "Another import is running. Please begin this one when it is done.",
  "no-files": "The files of this export are no longer kept. Please upload them again.",
  "not-checked": "This export has not been tried out yet.",
};

/** Where an export stands, for the list. */
export function standing(
  tried: RunState,
  done: RunState,
): { words: string; tone: "plain" | "good" | "danger" | "accent" } {
  if (done.kind === "finished") return { words: "Taken in", tone: "good" };
  if (done.kind === "running") return { words: "Being taken in", tone: "accent" };
  if (done.kind === "refused" || done.kind === "broke-off") return { words: "Broke off", tone: "danger" };
  if (tried.kind === "running") return { words: "Being tried out", tone: "accent" };
  if (tried.kind === "refused") return { words: "Refused", tone: "danger" };
  if (tried.kind === "broke-off") return { words: "Broke off", tone: "danger" };
  return { words: tried.kind === "finished" ? "Tried out" : "Not tried yet", tone: "plain" };
}
