import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { eq } from "drizzle-orm";
import { takeStep } from "#db/articles/take-step";
import { findWorkingArticle } from "#db/articles/working-article";
import { read, transaction } from "#db/client";
import type { Actor } from "#db/log";
import { addArticle, emptyRevision } from "#db/new-article";
import { revision, section, staff } from "#db/schema";

/* Two sections, two editors and their articles, for tests of what becomes of an article at the desk. */

export const noon = new Date("2026-11-23T12:00:00Z");
export const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

export const { asia, world, mina, theo } = await transaction(async (tx) => {
  const addSection = (slug: string) =>
    tx.insert(section).values({ slug, name: slug }).returning({ id: section.id }).get().id;
  const addStaff = (name: string): Actor => ({
    name,
    staffId: tx
      .insert(staff)
      .values({ email: `${name}@desk.example`, name, role: "editor", createdAt: noon })
      .returning({ id: staff.id })
      .get().id,
  });
  return { asia: addSection("asia"), world: addSection("world"), mina: addStaff("Mina"), theo: addStaff("Theo") };
});

let drafts = 0;
/** A draft with that headline, in `asia`, begun by Mina at noon. */
export async function aDraft(headline = "The ferry sails") {
  drafts += 1;
  const slug = `the-ferry-sails-${drafts}`;
  return transaction(async (tx, changed) =>
    addArticle(
      tx,
      changed,
      {
        sectionId: asia,
        slug,
        state: "draft",
        publishedAt: null,
        topicIds: [],
        commentsOpen: true,
        content: { ...emptyRevision, headline },
        createdBy: mina.staffId,
        occasion: "save",
      },
      noon,
    ),
  );
}

/** What the desk works on, as it stands at that moment. */
export const articleOf = async (id: number, now = noon) => {
  const row = await transaction(async (tx) => findWorkingArticle(tx, id, now));
  assert.ok(row);
  return row;
};

/** The headline of a text, if there is one. */
export const headlineOf = (revisionId: number | null) =>
  revisionId === null
    ? undefined
    : read().select({ headline: revision.headline }).from(revision).where(eq(revision.id, revisionId)).get()?.headline;

/** An article that came out at noon; its version is 2. */
export async function published() {
  const id = await aDraft();
  assert.ok((await takeStep(mina, id, { verb: "publish", version: 1 }, noon)).ok);
  return id;
}
