import { type ImportDeed, keepFormerPath } from "#db/imports";
import { importArticle } from "#db/imports-articles";
import { importComment } from "#db/imports-comments";
import { importContributor, importSection, importTopic } from "#db/imports-terms";
import type {
  IncomingArticle,
  IncomingComment,
  IncomingContributor,
  IncomingSection,
  IncomingTopic,
} from "./incoming.ts";
import type { Report } from "./report.ts";

const WHY = {
  "edited here": "it changed at the source too, and stays as it was edited here",
  "removed here": "it was removed here and stays so",
} as const;

/** Writes what comes in from one source, inside one deed, and keeps the account. */
export class MoveIn {
  #deed: ImportDeed;
  #report: Report;
  #sectionOf: (key: string) => IncomingSection | undefined;
  #sections = new Map<string, number>();
  #topics = new Map<string, number>();
  #contributors = new Map<string, number>();

  /** `sectionOf` finds the section that another one names as its parent. */
  constructor(
    deed: ImportDeed,
    report: Report,
    sectionOf: (key: string) => IncomingSection | undefined = () => undefined,
  ) {
    this.#deed = deed;
    this.#report = report;
    this.#sectionOf = sectionOf;
  }

  /** The article's number here, for its comments. `remarks` are told where the article is new or changes. */
  async article(given: IncomingArticle, remarks: readonly string[] = []): Promise<number> {
    const { section, topics, bylines, picture, oldPaths, body } = given;
    const sectionId = await this.#section(section);
    const topicIds = topics.map((topic) => this.#topic(topic));
    const written: { contributorId: number; affiliation: string }[] = [];
    for (const { contributor, affiliation } of bylines) {
      const contributorId = await this.#contributor(contributor);
      if (!written.some((line) => line.contributorId === contributorId)) written.push({ contributorId, affiliation });
    }
    const { id, outcome } = await importArticle(this.#deed, {
      kind: given.kind,
      key: given.key,
      slug: given.slug,
      sectionId,
      topicIds: [...new Set(topicIds)],
      state: given.state,
      publishedAt: given.publishedAt,
      createdAt: given.createdAt ?? this.#deed.now,
      commentsOpen: given.commentsOpen,
      sticky: given.sticky,
      views: given.views,
      words: given.words,
      content: {
        kicker: given.kicker,
        headline: given.headline,
        standfirst: given.standfirst,
        body,
        language: given.language,
        pictureId: picture?.mediaId ?? null,
        pictureAlt: picture?.alt ?? "",
        pictureCaption: picture?.caption ?? "",
        pictureCredit: picture?.credit ?? "",
        socialTitle: given.socialTitle,
        socialDescription: given.socialDescription,
        bylines: written,
      },
    });
    const kind = given.kind === "page" ? "pages" : "articles";
    this.#report.count(kind, outcome);
    if (outcome === "edited here" || outcome === "removed here") {
      this.#report.remark({ kind, id: given.key, title: given.title, outcome, why: WHY[outcome] });
    } else if (outcome !== "unchanged") {
      for (const why of remarks) this.#report.remark({ kind, id: given.key, title: given.title, outcome, why });
    }
    for (const path of oldPaths) {
      if (keepFormerPath(this.#deed, path, { articleId: id })) this.#report.count("former addresses", "taken");
    }
    return id;
  }

  /** Comments of one article, each after the one it answers, which may have come in an earlier call. */
  comments(articleId: number, comments: readonly IncomingComment[]): void {
    for (const { key, parent, ...given } of comments) {
      const { outcome } = importComment(this.#deed, { key, parent }, { ...given, articleId });
      this.#report.count("comments", outcome);
      if (outcome === "edited here" || outcome === "removed here") {
        this.#report.remark({ kind: "comments", id: key, title: given.authorName, outcome, why: WHY[outcome] });
      }
    }
  }

  async #section(given: IncomingSection, under: readonly string[] = []): Promise<number> {
    const known = this.#sections.get(given.key);
    if (known !== undefined) return known;
    const parent =
      given.parent === undefined || under.includes(given.parent) ? undefined : this.#sectionOf(given.parent);
    const parentId = parent ? await this.#section(parent, [...under, given.key]) : null;
    const { id, outcome } = await importSection(this.#deed, { ...given, parentId, retired: given.retired ?? false });
    this.#sections.set(given.key, id);
    this.#report.count("sections", outcome);
    for (const path of given.oldPaths) keepFormerPath(this.#deed, path, { sectionId: id });
    return id;
  }

  #topic(given: IncomingTopic): number {
    const known = this.#topics.get(given.key);
    if (known !== undefined) return known;
    const { id, outcome } = importTopic(this.#deed, given);
    this.#topics.set(given.key, id);
    this.#report.count("topics", outcome);
    for (const path of given.oldPaths) keepFormerPath(this.#deed, path, { topicId: id });
    return id;
  }

  async #contributor(given: IncomingContributor): Promise<number> {
    const known = this.#contributors.get(given.key);
    if (known !== undefined) return known;
    const { id, outcome } = await importContributor(this.#deed, given);
    this.#contributors.set(given.key, id);
    this.#report.count("contributors", outcome);
    for (const path of given.oldPaths) keepFormerPath(this.#deed, path, { contributorId: id });
    return id;
  }
}
