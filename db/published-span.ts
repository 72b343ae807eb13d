import { gt, min, sql } from "drizzle-orm";
import { prepared } from "./prepared.ts";
import { released } from "./published.ts";
import { article } from "./schema.ts";

const waitingText = prepared((reader) =>
  reader
    .select({ at: min(article.nextAt) })
    .from(article)
    .where(gt(article.nextAt, sql.placeholder("now")))
    .prepare(),
);

/** The next moment at which a changed text takes the place of one that readers see. */
export async function nextChangeOfText(now: Date): Promise<Date | undefined> {
  return waitingText().get({ now: now.getTime() })?.at ?? undefined;
}

const oldest = prepared((reader) =>
  reader
    .select({ at: min(article.publishedAt) })
    .from(article)
    .where(released)
    .prepare(),
);

/** When the oldest article that readers may see was published. */
export async function firstAppearance(): Promise<Date | undefined> {
  return oldest().get()?.at ?? undefined;
}
