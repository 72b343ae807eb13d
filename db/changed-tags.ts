import { type PageTag, tagsOfEveryPage } from "#core/page-tags";

/** More than this, and naming each takes longer than rendering every page anew: an import of ten years, say. */
const MOST = 1_000;

/** The tags that one deed names. */
export class ChangedTags {
  #named = new Set<PageTag>();
  #isEveryPage = false;

  add(tags: readonly PageTag[]): void {
    if (this.#isEveryPage) return;
    for (const tag of tags) this.#named.add(tag);
    if (this.#named.size <= MOST) return;
    this.#isEveryPage = true;
    this.#named.clear();
  }

  get tags(): PageTag[] {
    return this.#isEveryPage ? [...tagsOfEveryPage] : [...this.#named];
  }
}
