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
  const there = [
    "/",
    "/search",
    "/search?q=tide",
    "/asia",
    "/asia/feed.xml",
    "/topics/ports",
    "/contributors/mina",
    "/archive/2026/11",
  ];
  for (const path of there) assert.deepEqual(await standingAt(path), { kind: "there" }, path);
  for (const path of ["/nowhere", "/topics/asia", "/contributors/ports", "/archive/1999", "/archive/2026/10"]) {
    assert.deepEqual(await standingAt(path), { kind: "absent" }, path);
  }
  await transaction(async (tx) => {
    tx.update(topic).set({ retiredAt: now }).where(eq(topic.id, topicId)).run();
    tx.update(contributor).set({ deletedAt: now }).where(eq(contributor.id, personId)).run();
  });
  for (const path of ["/topics/ports", "/contributors/mina"])
    assert.deepEqual(await standingAt(path), { kind: "absent" }, path);
});

test("a list is there as far as it goes, and no further", async () => {
  const [sectionId, otherId] = [await addSection("far"), await addSection("near")];
  const [topicId, personId] = [await addTopic("tides"), await addContributor("jun")];
  const elsewhere = await publish({ sectionId: otherId, slug: "elsewhere" }, now);
  const content = { bylines: [{ contributorId: personId, affiliation: "" }] };
  const ids: number[] = [];
  for (let number = 0; number < 41; number += 1) {
    const publishedAt = new Date(Date.UTC(2024, 4, 1, 0, number));
    ids.push(await publish({ sectionId, slug: `story-${number}`, publishedAt, topicIds: [topicId], content }, now));
  }
  const [oldest, , , newer] = ids;
  const there = [
    "/far?page=3",
    `/far?page=3&after=${ids[1]}`,
    `/far?page=2&after=${newer}`,
    "/topics/tides?page=3",
    "/contributors/jun?page=3",
    "/archive/2024/05",
    "/search?q=tide&page=130",
  ];
  for (const path of there) assert.deepEqual(await standingAt(path), { kind: "there" }, path);
  const beyond = [
    "/far?page=4",
    `/far?page=3&after=${oldest}`,
    `/far?page=900&after=${newer}`,
    "/topics/tides?page=4",
    "/contributors/jun?page=4",
    "/archive/2024?page=2",
    "/archive/2024/05?page=2",
    "/search?q=tide&page=131",
    "/search?page=2",
  ];
  for (const path of beyond) assert.deepEqual(await standingAt(path), { kind: "absent" }, path);
  for (const path of [`/far?page=2&after=${elsewhere}`, "/far?page=2&after=99999", `/far?after=${newer}`]) {
    assert.deepEqual(await standingAt(path), { kind: "nothing-to-follow" }, path);
  }

  // A story fewer than when an address was made: what its page began after still has older ones.
  await change(ids[40] ?? 0, { withdrawnAt: now });
  assert.deepEqual(await standingAt("/far?page=3"), { kind: "absent" });
  assert.deepEqual(await standingAt(`/far?page=3&after=${ids[1]}`), { kind: "there" });
});

test("no page begins after a story whose time has not come, or never came", async () => {
  const sectionId = await addSection("quiet");
  for (let number = 0; number < 21; number += 1) await publish({ sectionId, slug: `quiet-${number}` }, now);
  const [waits, takenBack] = [
    await publish({ sectionId, slug: "embargoed", publishedAt: hour(2) }, now),
    await publish({ sectionId, slug: "taken-back", publishedAt: hour(2) }, now),
  ];
  await change(takenBack, { withdrawnAt: hour(1) });
  const after = (id: number) => `/quiet?page=2&after=${id}`;
  const following = { kind: "nothing-to-follow" } as const;
  for (const id of [waits, takenBack, 99_999]) assert.deepEqual(await standingAt(after(id)), following);
  assert.deepEqual(await standingAt(after(waits), hour(2)), { kind: "there" });
  assert.deepEqual(await standingAt(after(takenBack), hour(2)), following);
  await change(waits, { withdrawnAt: hour(3) });
  assert.deepEqual(await standingAt(after(waits), hour(4)), { kind: "there" });
});
