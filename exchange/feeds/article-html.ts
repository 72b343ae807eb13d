import type { Document } from "#core/document";
import type { BodyPicture } from "#db/published-article";
import { escapeHtml, htmlFromDocument, type PictureFile } from "../document-html.ts";

/** The size of a picture that other programs are given: a JPEG where there is one, as near to a width as can be. */
export function sizeNear(picture: Pick<BodyPicture, "hash" | "sizes">, width: number) {
  const fit = picture.sizes.filter(({ format }) => format === "jpeg");
  const of = fit.length > 0 ? fit : picture.sizes.filter(({ format }) => format === "webp");
  const [best] = of.toSorted((one, other) => Math.abs(one.width - width) - Math.abs(other.width - width));
  return best && { ...best, path: `/media/${picture.hash}/${best.width}.${best.format}`, type: `image/${best.format}` };
}

type Given = {
  body: Document;
  bodyPictures: ReadonlyMap<number, BodyPicture>;
  corrections: readonly { text: string; publishedAt: Date }[];
};

/** An article's text as HTML that stands anywhere: every address in it is absolute. Corrections come at the end. */
export function articleHtml({ body, bodyPictures, corrections }: Given, url: string): string {
  const origin = new URL(url).origin;
  const picture = (mediaId: number): PictureFile | undefined => {
    const kept = bodyPictures.get(mediaId);
    const size = kept && sizeNear(kept, 1_200);
    return (
      size && {
        src: `${origin}${size.path}`,
        width: size.width,
        height: Math.round((kept.height * size.width) / kept.width),
      }
    );
  };
  const html = htmlFromDocument(body, { picture: ({ attrs }) => picture(attrs.mediaId), footnotes: "foot" });
  const absolute = html
    .replaceAll(' href="/', ` href="${origin}/`)
    .replaceAll(' href="#', ` href="${escapeHtml(url)}#`);
  const notes = corrections.map(
    ({ text, publishedAt }) =>
      `<p><strong>Correction, <time datetime="${publishedAt.toISOString()}">${publishedAt.toISOString().slice(0, 10)}</time>:</strong> ${escapeHtml(text)}</p>`,
  );
  return [absolute, ...notes].join("\n");
}
