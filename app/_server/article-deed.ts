import { z } from "zod";
import type { CommonRefusal, Unanswered } from "#core/article-deeds";
import { type ArticleVisit, findArticleVisit } from "./article-access.ts";
import { type DeskStaff, findDeskStaff } from "./session.ts";
import { unlessBusy } from "./unless-busy.ts";

type Admitted = Extract<ArticleVisit, { ok: true }>;
type Refused = { ok: false; reason: Exclude<CommonRefusal, Unanswered> };

const refused = (reason: Refused["reason"]): Refused => ({ ok: false, reason });

export const articleNumber = z.number().int().positive();

/**
 * A deed of the open article: it parses what it was given after the article's number, asks the database who may open the
 * article, does one thing and answers in a value: who was signed out meanwhile keeps the page and every word on it.
 */
export function articleDeed<Schema extends z.ZodTuple, Answer>(
  schema: Schema,
  deed: (visit: Admitted, ...given: z.output<Schema>) => Promise<Answer>,
) {
  return async (articleId: number, ...sent: unknown[]): Promise<Answer | Refused> => {
    const visit = () => findArticleVisit(articleNumber.safeParse(articleId).data);
    return answered(visit, schema, sent, deed);
  };
}

/** The same for what is begun beside an article and belongs to none: a topic, a contributor. */
export function writerDeed<Schema extends z.ZodTuple, Answer>(
  schema: Schema,
  deed: (writer: { staff: DeskStaff }, ...given: z.output<Schema>) => Promise<Answer>,
) {
  return async (...sent: unknown[]): Promise<Answer | Refused> => answered(findWriter, schema, sent, deed);
}

async function findWriter(): Promise<{ ok: true; staff: DeskStaff } | Refused> {
  const staff = await findDeskStaff("article:write");
  return staff ? { ok: true, staff } : refused("signed-out");
}

const answered = <Who extends { ok: true }, Schema extends z.ZodTuple, Answer>(
  admit: () => Promise<Who | Refused>,
  schema: Schema,
  sent: unknown[],
  deed: (who: Who, ...given: z.output<Schema>) => Promise<Answer>,
) =>
  unlessBusy<Answer | Refused, Refused>(
    async () => {
      const parsed = schema.safeParse(sent);
      const who = await admit();
      if (!who.ok) return who;
      return parsed.success ? deed(who, ...parsed.data) : refused("unreadable");
    },
    () => refused("busy"),
  );
