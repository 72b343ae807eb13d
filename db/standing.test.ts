import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { placeAt } from "#core/place";
import { transaction } from "#db/client";
import { issueLink } from "#db/commenter-links";
import { article, comment, commenter, contributor, topic } from "#db/schema";
import { findStanding } from "#db/standing";
import { addContributor, addSection, addTopic, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T12:00:00Z");
const hour = (count: number) => new Date(now.getTime() + count * 3_600_000);
const asia = await addSection("asia");
await addSection("world");

async function standingAt(address: string, at = now) {
  const place = placeAt(address);
  assert.ok(place, address);
  return findStanding(place, at);
}

const change = (id: number, values: Partial<typeof article.$inferInsert>) =>
  transaction(async (tx) => void tx.update(article).set(values).where(eq(article.id, id)).run());

test("an article is there under its section once its time has come, and nowhere else", async () => {
  const id = await publish({ sectionId: asia, slug: "later", publishedAt: hour(1) }, now);
  assert.deepEqual(await standingAt("/asia/later"), { kind: "absent" });
  assert.deepEqual(await standingAt("/asia/later", hour(1)), { kind: "there", articleId: id });
  assert.deepEqual(await standingAt("/world/later", hour(1)), { kind: "absent" });
  assert.deepEqual(await standingAt("/asia/never"), { kind: "absent" });
});

test("a withdrawn article is told apart from one that readers never saw", async () => {
  const seen = await publish({ sectionId: asia, slug: "seen" }, now);
  const unseen = await publish({ sectionId: asia, slug: "unseen", publishedAt: hour(2) }, now);
  const deleted = await publish({ sectionId: asia, slug: "deleted" }, now);
  for (const id of [seen, unseen, deleted]) await change(id, { withdrawnAt: hour(1) });
  await change(deleted, { deletedAt: hour(1) });
  assert.deepEqual(await standingAt("/asia/seen", hour(3)), { kind: "withdrawn" });
  assert.deepEqual(await standingAt("/asia/unseen", hour(3)), { kind: "absent" });
  assert.deepEqual(await standingAt("/asia/deleted", hour(3)), { kind: "absent" });
});

test("only an approved comment of that article can be answered, and only pages of comments that are there are", async () => {
  const [one, other] = [
    await publish({ sectionId: asia, slug: "one" }, now),
    await publish({ sectionId: asia, slug: "other" }, now),
  ];
  const ids = await transaction(async (tx) =>
    Array.from({ length: 51 }, (_, number) => {
      const status = number === 50 ? ("held" as const) : ("approved" as const);
      const values = { articleId: one, authorName: "Reader", text: "Words.", status, postedAt: now };
      return tx.insert(comment).values(values).returning({ id: comment.id }).get().id;
    }),
  );
  assert.deepEqual(await standingAt(`/asia/one?reply-to=${ids[0]}`), { kind: "there", articleId: one });
  assert.deepEqual(await standingAt(`/asia/one?reply-to=${ids[50]}`), { kind: "nothing-to-answer" });
  assert.deepEqual(await standingAt(`/asia/other?reply-to=${ids[0]}`), { kind: "nothing-to-answer" });
  assert.deepEqual(await standingAt("/asia/one?comments=2"), { kind: "absent" });
  await transaction(
    async (tx) =>
      void tx
        .update(comment)
        .set({ status: "approved" })
        .where(eq(comment.id, ids[50] ?? 0))
        .run(),
  );
  assert.deepEqual(await standingAt("/asia/one?comments=2"), { kind: "there", articleId: one });
  assert.deepEqual(await standingAt("/asia/other"), { kind: "there", articleId: other });
});

test("a private link is there while it opens something; a comment can be reported while readers see it", async () => {
  const id = await publish({ sectionId: asia, slug: "reported" }, now);
  const [token, commentId] = await transaction(async (tx) => {
    const by = tx.insert(commenter).values({ createdAt: now }).returning().get().id;
    const values = { articleId: id, authorName: "Reader", text: "Words.", status: "approved" as const, postedAt: now };
    const said = tx.insert(comment).values(values).returning({ id: comment.id }).get().id;
    return [issueLink(tx, { commenterId: by, commentId: said, purpose: "manage" }, now), said] as const;
  });
  for (const path of [`/replies/${token}`, `/replies/${token}/export`, `/replies/report/${commentId}`]) {
    assert.deepEqual(await standingAt(path), { kind: "there" }, path);
  }
  const other = "0".repeat(32);
  for (const path of [`/replies/${other}`, `/replies/stop/${other}`, "/replies/report/99999", `/preview/${other}`]) {
    assert.deepEqual(await standingAt(path), { kind: "absent" }, path);
  }
  assert.deepEqual(await standingAt(`/replies/${token}`, hour(24 * 365)), { kind: "absent" });
});

test("sections, topics and contributors are there by their slug until they are retired or deleted; years where something was published", async () => {
  const [topicId, personId] = [await addTopic("ports"), await addContributor("mina")];
  const there = ["/", "/search", "/asia", "/asia/feed.xml", "/topics/ports", "/contributors/mina", "/archive/2026"];
  for (const path of there) assert.deepEqual(await standingAt(path), { kind: "there" }, path);
  for (const path of ["/nowhere", "/topics/asia", "/contributors/ports", "/archive/1999"]) {
    assert.deepEqual(await standingAt(path), { kind: "absent" }, path);
  }
  await transaction(async (tx) => {
    tx.update(topic).set({ retiredAt: now }).where(eq(topic.id, topicId)).run();
    tx.update(contributor).set({ deletedAt: now }).where(eq(contributor.id, personId)).run();
  });
  for (const path of ["/topics/ports", "/contributors/mina"])
    assert.deepEqual(await standingAt(path), { kind: "absent" }, path);
});
