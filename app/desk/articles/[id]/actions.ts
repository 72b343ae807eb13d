"use server";

import { z } from "zod";
import { articleDeed, articleNumber, writerDeed } from "#app/_server/article-deed";
import { findDeskStaff } from "#app/_server/session";
import { mayMove, mayTake } from "#core/article-access";
import type { ArticleDeeds, ContributorChoice, LinkFinding } from "#core/article-deeds";
import { momentAt } from "#core/local-time";
import { noteForm, replyForm } from "#core/note";
import { may } from "#core/permissions";
import { accept, type Result, refuse } from "#core/result";
import { workflowVerbs } from "#core/workflow";
import { deleteNote, leaveNote, replyToNote, resolveNote } from "#db/articles/article-notes";
import { findArticleRow } from "#db/articles/article-surroundings";
import { beginContributor, beginTopic, findContributorChoices } from "#db/articles/byline-choices";
import { correctArticle } from "#db/articles/correct-article";
import { deleteArticle } from "#db/articles/delete-article";
import { moveArticle } from "#db/articles/move-article";
import { setComments } from "#db/articles/set-comments";
import { takeStep } from "#db/articles/take-step";
import { readSettings } from "#db/settings";
import { askWebAddress } from "#exchange/web-address";

/* The deeds of the open article beside saving. */

type Answer<Name extends keyof ArticleDeeds> = ReturnType<ArticleDeeds[Name]>;

const line = (longest: number) => z.string().trim().max(longest);

const stepSchema = z.object({
  verb: z.enum(workflowVerbs),
  version: z.number().int().positive(),
  at: z.string().max(40).optional(),
  note: line(2_000).optional(),
});

export const takeArticleStep = articleDeed(
  z.tuple([stepSchema]),
  async ({ staff, article }, { verb, version, at, note }): Answer<"takeStep"> => {
    if (!mayTake(staff, verb, article)) return refuse("not-allowed");
    if (verb === "ask-for-changes" && !note) return refuse("no-note");
    const moment = at === undefined ? undefined : momentAt(at, (await readSettings()).timeZone);
    const step = { verb, version, ...(moment ? { at: moment } : {}), ...(note ? { note } : {}) };
    const taken = await takeStep(staff, article.id, step, new Date());
    return taken.ok ? accept({ version: taken.value.version }) : taken;
  },
);

export const removeArticle = articleDeed(z.tuple([]), ({ staff, article }) =>
  deleteArticle(staff, article.id, new Date()),
);

export const correctLiveArticle = articleDeed(
  z.tuple([line(2_000)]),
  async ({ staff, article }, text): Answer<"correct"> => {
    if (!may(staff.role, "article:publish")) return refuse("not-found");
    const corrected = await correctArticle(staff, article.id, text, new Date());
    return corrected.ok ? accept(null) : corrected;
  },
);

const placeSchema = z.object({
  sectionId: articleNumber,
  slug: line(200),
  topicIds: z.array(z.number().int().positive()).max(50),
});

export const moveOpenArticle = articleDeed(
  z.tuple([placeSchema]),
  async ({ staff, article }, place): Answer<"move"> => {
    const now = new Date();
    const row = await findArticleRow(article.id, now);
    if (row && !mayMove(staff, row)) return refuse("not-allowed");
    const moved = await moveArticle(staff, article.id, place, now);
    return moved.ok ? accept({ slug: moved.value.slug }) : moved;
  },
);

const commentsSchema = z.object({ open: z.boolean(), closeAt: z.string().max(40) });

export const setArticleComments = articleDeed(
  z.tuple([commentsSchema]),
  async ({ staff, article }, { open, closeAt }): Answer<"setComments"> => {
    if (!may(staff.role, "article:publish")) return refuse("not-allowed");
    const moment = closeAt === "" ? null : momentAt(closeAt, (await readSettings()).timeZone);
    if (moment === undefined) return refuse("unreadable");
    return setComments(staff, article.id, { open, closeAt: moment }, new Date());
  },
);

export const leaveArticleNote = articleDeed(z.tuple([noteForm]), async ({ staff, article }, note) =>
  noted(await leaveNote(article.id, staff, note, new Date())),
);

export const replyToArticleNote = articleDeed(
  z.tuple([replyForm.shape.noteId, replyForm.shape.text]),
  async ({ staff, article }, noteId, text) => noted(await replyToNote(article.id, staff, { noteId, text }, new Date())),
);

/** How many notes there may be is a bound for outsiders; staff meet none. */
function noted(answer: Result<unknown, "not-found" | "too-many">): Result<null, "not-found"> {
  return answer.ok ? accept(null) : refuse("not-found");
}

const noteNumber = z.number().int().positive();

export const resolveArticleNote = articleDeed(
  z.tuple([noteNumber, z.boolean()]),
  async ({ staff, article }, noteId, resolved) => resolveNote(staff, article.id, noteId, resolved, new Date()),
);

export const deleteArticleNote = articleDeed(z.tuple([noteNumber]), async ({ staff, article }, noteId) =>
  deleteNote(staff, article.id, noteId, new Date()),
);

export const addTopic = writerDeed(
  z.tuple([line(80)]),
  async ({ staff }, name): Answer<"addTopic"> =>
    name === "" ? refuse("empty") : accept(await beginTopic(staff, name, new Date())),
);

export async function findContributors(words: unknown): Promise<ContributorChoice[]> {
  const parsed = line(100).safeParse(words);
  const staff = await findDeskStaff("article:write");
  return staff && parsed.success ? findContributorChoices(parsed.data) : [];
}

const contributorSchema = z.object({ name: line(120), affiliation: line(300) });

export const addContributor = writerDeed(
  z.tuple([contributorSchema]),
  async ({ staff }, given): Answer<"addContributor"> =>
    given.name === "" ? refuse("empty") : accept(await beginContributor(staff, given, new Date())),
);

export async function describeAddress(href: unknown): Answer<"describeAddress"> {
  const parsed = line(2_000).safeParse(href);
  const staff = await findDeskStaff("article:write");
  if (!staff || !parsed.success) return undefined;
  const page = await askWebAddress(parsed.data);
  return page.ok ? { title: page.value.title, description: page.value.description } : undefined;
}

/** As many as an article of many notes has; the rest is left untried. */
const linksSchema = z.array(line(2_000)).max(60);
const AT_ONCE = 6;

export async function tryLinks(links: unknown): Answer<"tryLinks"> {
  const parsed = linksSchema.safeParse(links);
  const staff = await findDeskStaff("article:write");
  if (!staff || !parsed.success) return [];
  const findings: LinkFinding[] = [];
  for (let at = 0; at < parsed.data.length; at += AT_ONCE) {
    const some = parsed.data.slice(at, at + AT_ONCE);
    const asked = await Promise.all(some.map((href) => askWebAddress(href)));
    findings.push(
      ...asked.map((page, index) => ({ href: some[index] ?? "", found: page.ok ? "answers" : page.reason }) as const),
    );
  }
  return findings;
}
