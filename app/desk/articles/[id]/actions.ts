"use server";

import { z } from "zod";
import { findArticleVisit } from "#app/_server/article-access";
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

/*
 * The deeds of the open article beside saving. Each parses what it was given, asks the database who may do it, does one
 * deed and answers in a value: who was signed out meanwhile keeps the page and every word on it.
 */

type Answer<Name extends keyof ArticleDeeds> = ReturnType<ArticleDeeds[Name]>;

const articleNumber = z.number().int().positive();
const line = (longest: number) => z.string().trim().max(longest);

const stepSchema = z.object({
  verb: z.enum(workflowVerbs),
  version: z.number().int().positive(),
  at: z.string().max(40).optional(),
  note: line(2_000).optional(),
});

export async function takeArticleStep(articleId: number, given: unknown): Answer<"takeStep"> {
  const parsed = stepSchema.safeParse(given);
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  const { verb, version, at, note } = parsed.data;
  if (!mayTake(visit.staff, verb, visit.article)) return refuse("not-allowed");
  if (verb === "ask-for-changes" && !note) return refuse("no-note");
  const moment = at === undefined ? undefined : momentAt(at, (await readSettings()).timeZone);
  const taken = await takeStep(
    visit.staff,
    visit.article.id,
    { verb, version, ...(moment ? { at: moment } : {}), ...(note ? { note } : {}) },
    new Date(),
  );
  return taken.ok ? accept({ version: taken.value.version }) : taken;
}

export async function removeArticle(articleId: number): Answer<"remove"> {
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  return visit.ok ? deleteArticle(visit.staff, visit.article.id, new Date()) : visit;
}

export async function correctLiveArticle(articleId: number, text: unknown): Answer<"correct"> {
  const parsed = line(2_000).safeParse(text);
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  if (!may(visit.staff.role, "article:publish")) return refuse("not-found");
  const corrected = await correctArticle(visit.staff, visit.article.id, parsed.data, new Date());
  return corrected.ok ? accept(null) : corrected;
}

const placeSchema = z.object({
  sectionId: z.number().int().positive(),
  slug: line(200),
  topicIds: z.array(z.number().int().positive()).max(50),
});

export async function moveOpenArticle(articleId: number, given: unknown): Answer<"move"> {
  const parsed = placeSchema.safeParse(given);
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  const now = new Date();
  const row = await findArticleRow(visit.article.id, now);
  if (row && !mayMove(visit.staff, row)) return refuse("not-allowed");
  const moved = await moveArticle(visit.staff, visit.article.id, parsed.data, now);
  return moved.ok ? accept({ slug: moved.value.slug }) : moved;
}

const commentsSchema = z.object({ open: z.boolean(), closeAt: z.string().max(40) });

export async function setArticleComments(articleId: number, given: unknown): Answer<"setComments"> {
  const parsed = commentsSchema.safeParse(given);
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  if (!may(visit.staff.role, "article:publish")) return refuse("not-allowed");
  const { open, closeAt } = parsed.data;
  const moment = closeAt === "" ? null : momentAt(closeAt, (await readSettings()).timeZone);
  if (moment === undefined) return refuse("unreadable");
  return setComments(visit.staff, visit.article.id, { open, closeAt: moment }, new Date());
}

export async function leaveArticleNote(articleId: number, given: unknown): Answer<"leaveNote"> {
  const parsed = noteForm.safeParse(given);
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  return noted(await leaveNote(visit.article.id, visit.staff, parsed.data, new Date()));
}

export async function replyToArticleNote(articleId: number, noteId: unknown, text: unknown): Answer<"replyToNote"> {
  const parsed = replyForm.safeParse({ noteId, text });
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  return noted(await replyToNote(visit.article.id, visit.staff, parsed.data, new Date()));
}

/** How many notes there may be is a bound for outsiders; staff meet none. */
function noted(answer: Result<unknown, "not-found" | "too-many">): Result<null, "not-found"> {
  return answer.ok ? accept(null) : refuse("not-found");
}

const resolvedSchema = z.object({ noteId: z.number().int().positive(), resolved: z.boolean() });

export async function resolveArticleNote(articleId: number, noteId: unknown, resolved: unknown): Answer<"resolveNote"> {
  const parsed = resolvedSchema.safeParse({ noteId, resolved });
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  return resolveNote(visit.staff, visit.article.id, parsed.data.noteId, parsed.data.resolved, new Date());
}

export async function deleteArticleNote(articleId: number, noteId: unknown): Answer<"deleteNote"> {
  const parsed = articleNumber.safeParse(noteId);
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok) return visit;
  if (!parsed.success) return refuse("unreadable");
  return deleteNote(visit.staff, visit.article.id, parsed.data, new Date());
}

export async function addTopic(name: unknown): Answer<"addTopic"> {
  const parsed = line(80).safeParse(name);
  const staff = await findDeskStaff("article:write");
  if (!staff) return refuse("signed-out");
  if (!parsed.success) return refuse("unreadable");
  if (parsed.data === "") return refuse("empty");
  return accept(await beginTopic(staff, parsed.data, new Date()));
}

export async function findContributors(words: unknown): Promise<ContributorChoice[]> {
  const parsed = line(100).safeParse(words);
  const staff = await findDeskStaff("article:write");
  return staff && parsed.success ? findContributorChoices(parsed.data) : [];
}

const contributorSchema = z.object({ name: line(120), affiliation: line(300) });

export async function addContributor(given: unknown): Answer<"addContributor"> {
  const parsed = contributorSchema.safeParse(given);
  const staff = await findDeskStaff("article:write");
  if (!staff) return refuse("signed-out");
  if (!parsed.success) return refuse("unreadable");
  if (parsed.data.name === "") return refuse("empty");
  return accept(await beginContributor(staff, parsed.data, new Date()));
}

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
