import { oneLine } from "../html/elements.ts";
import { slugOf } from "../move-in/addresses.ts";
import { commentText } from "../move-in/comment-text.ts";
import { type IncomingContributor, type IncomingSection, type IncomingTopic, PAGES } from "../move-in/incoming.ts";
import { websiteOf } from "./comments.ts";
import type { WordPressItem } from "./export-records.ts";
import type { Survey } from "./survey.ts";

const plainName = (html: string): string => oneLine(commentText(html));

/** Who wrote what and where it stands: WordPress' users, guest authors, categories and tags in our words. */
export class WordPressTerms {
  #survey: Survey;

  constructor(survey: Survey) {
    this.#survey = survey;
  }

  /** A person who is only known by the name in a byline. */
  contributorNamed(name: string): IncomingContributor {
    const slug = slugOf("", name);
    return { key: `name:${slug}`, slug, name, affiliation: "", bio: "", website: "", oldPaths: [] };
  }

  /**
   * Guest authors where there are some, else the user who wrote the post. A user who is named as the publication itself
   * stands for nobody, so nobody is named.
   */
  bylinesOf(
    item: WordPressItem,
    remark: (why: string) => void,
  ): { contributor: IncomingContributor; affiliation: string }[] {
    const guests = item.terms.filter(({ domain }) => domain === "author");
    const people = guests.map(({ nicename, name }) => this.#coAuthor(nicename, name));
    if (people.length === 0) {
      const login = (item.fields["dc:creator"] ?? "").trim();
      if (login !== "") people.push(this.#user(login));
    }
    return people
      .filter(({ name }) => {
        const isHouse = name.toLowerCase() === this.#survey.name.toLowerCase();
        if (isHouse) remark(`no byline: its author is “${name}”, the publication itself`);
        return !isHouse && name !== "";
      })
      .map((contributor) => ({ contributor, affiliation: "" }));
  }

  #user(login: string): IncomingContributor {
    const name = plainName(this.#survey.authors.get(login)?.name ?? login);
    const slug = slugOf(login.includes("@") ? "" : login, name);
    const oldPaths = login.includes("@") ? [] : [`/author/${slugOf(login)}`];
    return {
      key: `user:${login}`,
      slug: slugOf("", name, slug),
      name,
      affiliation: "",
      bio: "",
      website: "",
      oldPaths,
    };
  }

  /** Co-Authors Plus names a guest "cap-jane-doe"; a user keeps the name of the account. */
  #coAuthor(nicename: string, given: string): IncomingContributor {
    const plain = nicename.replace(/^cap-/, "");
    const guest =
      this.#survey.guests.get(nicename) ?? this.#survey.guests.get(`cap-${plain}`) ?? this.#survey.guests.get(plain);
    const user = [...this.#survey.authors.values()].find(({ login }) => login === plain || slugOf(login) === plain);
    if (!guest && user) return this.#user(user.login);
    const name = plainName(guest?.name ?? given);
    return {
      key: `guest:${plain}`,
      slug: slugOf("", name, plain),
      name,
      affiliation: "",
      bio: commentText(guest?.bio ?? ""),
      website: websiteOf(guest?.website ?? "") ?? "",
      oldPaths: [`/author/${plain}`],
    };
  }

  /** An article stands in one section: the one its plugin calls primary, else its first. The others become topics. */
  placeOf(item: WordPressItem, kind: "article" | "page"): { section: IncomingSection; topics: IncomingTopic[] } {
    const categories = item.terms.filter(({ domain }) => domain === "category");
    const tags = item.terms.filter(({ domain }) => domain === "tag" || domain === "post_tag");
    const primaryId = (
      item.meta.get("_yoast_wpseo_primary_category") ??
      item.meta.get("rank_math_primary_category") ??
      ""
    ).trim();
    const primary =
      categories.find(
        ({ nicename }) => primaryId !== "" && this.#survey.categories.get(nicename)?.termId === primaryId,
      ) ??
      categories.find(({ nicename }) => nicename !== "uncategorized") ??
      categories[0];
    const topics = new Map<string, IncomingTopic>();
    for (const { nicename, name } of categories) {
      if (nicename !== primary?.nicename && nicename !== "uncategorized") {
        topics.set(
          slugOf(nicename, name),
          this.#topic(`category:${nicename}`, nicename, name, `/category/${nicename}`),
        );
      }
    }
    for (const { nicename, name } of tags) {
      const slug = slugOf(nicename, name);
      if (!topics.has(slug)) topics.set(slug, this.#topic(`tag:${nicename}`, nicename, name, `/tag/${nicename}`));
    }
    const section = kind === "page" ? PAGES : this.section(primary?.nicename ?? "uncategorized", primary?.name);
    return { section, topics: [...topics.values()] };
  }

  section(nicename: string, otherName = "Uncategorized"): IncomingSection {
    const category = this.#survey.categories.get(nicename);
    const parent = category?.parent && category.parent !== nicename ? category.parent : undefined;
    return {
      key: nicename,
      slug: slugOf(nicename, category?.name ?? otherName, "section"),
      name: plainName(category?.name ?? otherName) || nicename,
      description: commentText(category?.description ?? "").replace(/\n+/g, " "),
      parent,
      oldPaths: [`/category/${nicename}`],
    };
  }

  #topic(key: string, nicename: string, name: string, oldPath: string): IncomingTopic {
    const tag = key.startsWith("tag:") ? this.#survey.tags.get(nicename) : this.#survey.categories.get(nicename);
    return {
      key,
      slug: slugOf(nicename, name, "topic"),
      name: plainName(tag?.name ?? name) || nicename,
      description: commentText(tag?.description ?? "").replace(/\n+/g, " "),
      oldPaths: [oldPath],
    };
  }
}
