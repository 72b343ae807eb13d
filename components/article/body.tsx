import { type Document, type Footnote, type Heading, walk } from "#core/document";
import { slugify } from "#core/slug";
import styles from "./body.module.css";
import { Blocks } from "./body-blocks";
import type { BodyContext } from "./body-context";
import { Footnotes } from "./footnotes";
import type { PictureFile } from "./picture";

type Props = {
  document: Document;
  /** The pictures the body names, by their number in the library; one that is missing is left out. */
  pictures: ReadonlyMap<number, PictureFile>;
  /** Makes the ids of notes differ where several articles stand on one page. */
  articleId: number;
  /** The language of the publication's own words. */
  language: string;
};

/** The body of an article, node by node. No text of it can become markup. */
export function Body({ document, pictures, articleId, language }: Props) {
  const notes: Footnote[] = [];
  const headings: Heading[] = [];
  for (const node of walk(document)) {
    if (node.type === "footnote") notes.push(node);
    else if (node.type === "heading") headings.push(node);
  }
  const context: BodyContext = {
    pictures,
    language,
    noteNumbers: new Map(notes.map((note, index) => [note, index + 1])),
    noteId: (number) => `note-${articleId}-${number}`,
    headingIds: headingIds(headings),
  };
  return (
    <div className={styles.body} data-later="rest">
      <Blocks nodes={document.content} context={context} />
      <Footnotes notes={notes} context={context} />
    </div>
  );
}

/** Ids of the page itself, which a heading of that name must not take. */
const TAKEN = ["main", "comments", "respond", "connect", "trending", "further"];

function headingIds(headings: readonly Heading[]): Map<Heading, string> {
  const taken = new Set(TAKEN);
  const ids = new Map<Heading, string>();
  for (const heading of headings) {
    const words = (heading.content ?? []).map((node) => (node.type === "text" ? node.text : " ")).join("");
    const slug = slugify(words) || "part";
    let id = slug;
    for (let number = 2; taken.has(id); number += 1) id = `${slug}-${number}`;
    taken.add(id);
    ids.set(heading, id);
  }
  return ids;
}
