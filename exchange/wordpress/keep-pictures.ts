import type { PictureKeeping, WantedPicture } from "../move-in/picture-keeping.ts";
import { readExport } from "./export-reader.ts";
import { fullSize, isPicture, uploadedPath } from "./pictures.ts";
import type { Attachment, Survey } from "./survey.ts";

/** Keeps every picture of an export: those of its media library, and those that only a text names. */
export async function keepExportPictures(
  paths: readonly string[],
  survey: Survey,
  keeping: PictureKeeping,
): Promise<void> {
  const wanted = new Map<string, WantedPicture>();
  const want = (address: string, attachment?: Attachment) => {
    const path = uploadedPath(address);
    if (!path || !isPicture({ url: address }) || wanted.has(fullSize(path))) return;
    wanted.set(fullSize(path), {
      paths: [fullSize(path), path],
      address,
      id: attachment?.id ?? path,
      title: attachment?.title ?? "",
      alt: attachment?.alt ?? "",
      caption: attachment?.caption ?? "",
      credit: attachment?.credit ?? "",
    });
  };
  for (const attachment of survey.attachments.values()) want(attachment.url, attachment);
  for (const file of paths) {
    for await (const read of readExport(file)) {
      if (read.kind === "item")
        for (const address of picturesIn(read.item.fields["content:encoded"] ?? "")) want(address);
    }
  }
  await keeping.keep([...wanted.values()]);
}

const picturesIn = (html: string): string[] =>
  [...html.matchAll(/<img\b[^>]{0,4000}?\ssrc=["']([^"'<>]{1,2000})["']/gi)].map(([, address = ""]) => address);
