import { createHash } from "node:crypto";
import { basename } from "node:path";
import { findPictureByHash } from "#db/media";
import type { PictureFiles } from "../move-in/picture-files.ts";
import type { Report } from "../move-in/report.ts";
import { keepPicture, type PictureRefusal } from "../pictures.ts";
import { readExport } from "./export-reader.ts";
import { fullSize, isPicture, type KeptPicture, uploadedPath } from "./pictures.ts";
import type { Attachment, Survey } from "./survey.ts";

const WHY: Record<PictureRefusal, string> = {
  "not-a-picture": "it is no picture of a kind that browsers show",
  "too-heavy": "its file is heavier than 25 MB",
  "too-many-pixels": "it has more than 40 million pixels",
  broken: "its file is broken",
};

/** Pictures worked on at a time: reading and fetching overlap with making. */
const AT_ONCE = 4;

type Wanted = { path: string; address: string; attachment: Attachment | undefined };

/**
 * Keeps every picture of an export: those of its media library, and those only a text names. Gives them by their path
 * below the uploads folder. In a dry run files are looked at and nothing is kept; a picture that is not here yet then
 * has the number 0.
 */
export async function keepExportPictures(
  paths: readonly string[],
  survey: Survey,
  files: PictureFiles,
  {
    report,
    now,
    dryRun,
    progress,
  }: { report: Report; now: Date; dryRun: boolean; progress?: (done: number, all: number) => void },
): Promise<Map<string, KeptPicture>> {
  const kept = new Map<string, KeptPicture>();
  const wanted = [...(await picturesWanted(paths, survey)).values()];
  let done = 0;
  const keep = async ({ path, address, attachment }: Wanted) => {
    const bytes =
      (await files(fullSize(path), address)) ?? (fullSize(path) === path ? undefined : await files(path, address));
    const id = attachment?.id ?? path;
    if (!bytes) {
      report.leaveOut("pictures", id, attachment?.title ?? "", "its file was not found");
      return;
    }
    const known = await findPictureByHash(createHash("sha256").update(bytes).digest("hex"));
    if (known || dryRun) {
      report.count("pictures", known ? "unchanged" : "taken");
      kept.set(path, { mediaId: known?.id ?? 0 });
      return;
    }
    const { alt = "", caption = "", credit = "" } = attachment ?? {};
    const made = await keepPicture(bytes, { filename: basename(path), alt, caption, credit }, now);
    if (made.ok) {
      report.count("pictures", "taken");
      kept.set(path, { mediaId: made.value.id });
    } else report.leaveOut("pictures", id, attachment?.title ?? "", WHY[made.reason]);
  };
  const work = async () => {
    for (let next = wanted.pop(); next; next = wanted.pop()) {
      await keep(next);
      done += 1;
      progress?.(done, done + wanted.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return kept;
}

async function picturesWanted(paths: readonly string[], survey: Survey): Promise<Map<string, Wanted>> {
  const wanted = new Map<string, Wanted>();
  for (const attachment of survey.attachments.values()) {
    const path = uploadedPath(attachment.url);
    if (path && isPicture(attachment)) wanted.set(fullSize(path), { path, address: attachment.url, attachment });
  }
  for (const file of paths) {
    for await (const read of readExport(file)) {
      if (read.kind !== "item") continue;
      for (const [, address = ""] of (read.item.fields["content:encoded"] ?? "").matchAll(
        /<img\b[^>]{0,4000}?\ssrc=["']([^"'<>]{1,2000})["']/gi,
      )) {
        const path = uploadedPath(address);
        if (path && isPicture({ url: address }) && !wanted.has(fullSize(path))) {
          wanted.set(fullSize(path), { path, address, attachment: undefined });
        }
      }
    }
  }
  return wanted;
}
