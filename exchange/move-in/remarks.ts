import { type Left, leftInWords } from "../html/tally.ts";
import type { IncomingArticle } from "./incoming.ts";

/* What both systems that articles come from have in common, and how the report says it. */

type Remark = (why: string) => void;

/** Says what a text has lost; the importers put a card in the place of each picture that is not here. */
export function remarkOnLeft(left: readonly Left[], remark: Remark): void {
  for (const each of left) {
    const words = leftInWords(each);
    remark(each.kind === "picture" ? `${words}: a card leads to where each was` : `left out of the text: ${words}`);
  }
}

/** Where an article of this state stands here: a page that readers had waits in a hidden section. */
export function stateHere(
  given: IncomingArticle["state"],
  kind: IncomingArticle["kind"],
  remark: Remark,
): IncomingArticle["state"] {
  if (kind !== "page" || given !== "published") return given;
  remark("pages have no place of their own here: it is a draft in the hidden section “Pages”");
  return "draft";
}
