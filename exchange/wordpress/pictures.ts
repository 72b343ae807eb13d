import type { Attachment, Survey } from "./survey.ts";

/**
 * What an address of an uploaded file has in common wherever it is named: its path below the uploads folder, without the
 * size that WordPress puts into the names of smaller copies.
 */
export function uploadedPath(address: string): string | undefined {
  if (!URL.canParse(address, "https://former.invalid")) return undefined;
  const { pathname } = new URL(address, "https://former.invalid");
  const below =
    // As our own export names them.
    /\/(media\/[0-9a-f]{64}\/\d+\.jpeg)$/.exec(pathname)?.[1] ??
    /(?:\/wp-content\/uploads|\/files)\/(.+)$/.exec(pathname)?.[1] ??
    /\/(\d{4}\/\d\d\/.+)$/.exec(pathname)?.[1];
  if (!below) return undefined;
  try {
    return decodeURIComponent(below).normalize("NFC");
  } catch {
    return undefined;
  }
}

/** The name of the full picture for one that names a smaller copy: "a-300x200.jpg" is "a.jpg". */
export const fullSize = (path: string): string =>
  path.replace(/-(?:\d{1,5}x\d{1,5}|scaled|rotated)(?=\.[a-z0-9]+$)/i, "");

const extension = (url: string): string => /\.([a-z0-9]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? "";
const PICTURES = new Set(["jpg", "jpeg", "png", "gif", "webp", "avif", "tif", "tiff", "heic", "svg", "bmp"]);

export const isPicture = ({ url }: Pick<Attachment, "url">): boolean => PICTURES.has(extension(url));

/** Finds attachments and what was kept of them, by number and by any of their addresses. */
export class PictureShelf {
  #survey: Survey;
  #byPath = new Map<string, Attachment>();
  #keptAt: (path: string) => number | undefined;

  /** `keptAt`: the number of the picture that was kept for a path below the uploads folder. */
  constructor(survey: Survey, keptAt: (path: string) => number | undefined) {
    this.#survey = survey;
    this.#keptAt = keptAt;
    for (const attachment of survey.attachments.values()) {
      const path = uploadedPath(attachment.url);
      if (path) this.#byPath.set(fullSize(path), attachment);
    }
  }

  attachment = (id: string): Attachment | undefined => this.#survey.attachments.get(id);

  attachedTo = (postId: string): readonly Attachment[] => (this.#survey.attachedTo.get(postId) ?? []).filter(isPicture);

  /** The number of the picture that was kept for an address. */
  kept(address: string): number | undefined {
    const path = uploadedPath(address);
    return path ? (this.#keptAt(path) ?? this.#keptAt(fullSize(path))) : undefined;
  }

  /** The attachment behind an `<img>`: by the number in its class, or by its address. */
  attachmentOf(address: string, classes: string): Attachment | undefined {
    const id = /\bwp-image-(\d+)\b/.exec(classes)?.[1];
    const path = uploadedPath(address);
    return (id ? this.attachment(id) : undefined) ?? (path ? this.#byPath.get(fullSize(path)) : undefined);
  }
}
