import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { decideComments } from "#db/comments-decide";
import { theSoftware } from "#db/log";
import { comment } from "#db/schema";
import { readArchive } from "#exchange/backup/archive";
import { writeBackup } from "#exchange/backup/write-backup";
import { ghostExport } from "#exchange/move-out/export-ghost";
import { jsonExport } from "#exchange/move-out/export-json";
import { wordpressExport } from "#exchange/move-out/export-wordpress";
import { copyStatically } from "#exchange/move-out/static-copy";
import { openArticles, post, publishedPaths, withoutPauses } from "./commenting.ts";
import { expect, test } from "./fixtures.ts";
import { LeakFinder } from "./leaks.ts";
import { ask } from "./over-the-wire.ts";
import type { Publication } from "./publication.ts";

/*
 * "Your email address will not be published." A thousand people comment; then everything the public can get, everything
 * the software writes down, and the database itself is searched for what they typed, in every form one has heard of.
 */

const PEOPLE = 1_000;
const marker = `canary-${randomBytes(6).toString("hex")}.example`;
/** Typed as people type: with capitals and blanks. */
const people = Array.from(
  { length: PEOPLE },
  (_, number) => ` Reader.${number}-${randomBytes(3).toString("hex")}@${marker.toUpperCase()}`,
);

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesIn(path) : [path];
      })
    : [];

test("the finder finds planted leaks of every form, and nothing where there is none", () => {
  const [one = ""] = people;
  const plain = one.trim().toLowerCase();
  const finder = new LeakFinder(people, marker);
  const digest = (name: string) => createHash(name).update(plain).digest();
  const planted = [
    `<a href="mailto:${plain}">`,
    encodeURIComponent(one),
    Buffer.from(`{"email":"${plain}"}`).toString("base64"),
    Buffer.from(` {"email":"${plain}"}`).toString("base64url"),
    Buffer.from(plain).toString("hex"),
    `https://www.gravatar.com/avatar/${digest("md5").toString("hex")}?s=80`,
    `"id":"${digest("sha1").toString("hex").toUpperCase()}"`,
    `ETag: "${digest("sha256").toString("hex")}"`,
    `c=${digest("sha256").toString("base64")};`,
    `c=${createHash("md5").update(one.trim()).digest("base64url")}`,
  ];
  for (const leak of planted) expect(finder.find(Buffer.from(leak)), leak).not.toEqual([]);
  const binary = Buffer.concat([randomBytes(64), digest("sha1"), randomBytes(64)]);
  expect(finder.find(binary, true)).not.toEqual([]);
  expect(finder.find(Buffer.from(`reader-0@example.org ${createHash("md5").update("other").digest("hex")}`))).toEqual(
    [],
  );
  expect(finder.find(randomBytes(4_096), true)).toEqual([]);
});

/** Where the card of an article is, as its page tells other sites. */
async function cardOf({ address }: Publication, path: string): Promise<string> {
  const page = await (await fetch(address + path)).text();
  const [card] = /\/cards\/[\w.-]+\.jpeg/.exec(page) ?? [];
  if (card === undefined) throw new Error(`${path} names no card.`);
  return card;
}

test("a thousand addresses are typed, and not one of them, nor anything made from it, comes out", async ({
  publication,
}) => {
  test.setTimeout(300_000);
  const began = Date.now();
  await withoutPauses();
  const articles = publishedPaths();
  const open = await openArticles(publication, 3);
  let accepted = 0;
  const answers: Buffer[] = [];
  const note = async (response: Response) => {
    const head = [...response.headers].map((line) => line.join(": ")).join("\n");
    answers.push(
      Buffer.concat([Buffer.from(`${response.status}\n${head}\n\n`), Buffer.from(await response.arrayBuffer())]),
    );
  };
  for (let at = 0; at < PEOPLE; at += 20) {
    const batch = people.slice(at, at + 20).map(async (email, number) => {
      const name = `Reader ${at + number}`;
      const text = `The tide was late on day ${at + number}, and the ferry with it.`;
      const response = await post(publication, open[(at + number) % 3] ?? "", { text, name, email, follow: "on" });
      if (response.status === 303) accepted += 1;
      // The sender's own answer is not public, but it must not carry the address in its headers either.
      await note(response);
    });
    await Promise.all(batch);
  }
  expect(accepted).toBe(PEOPLE);

  const ids = read().select({ id: comment.id }).from(comment).where(eq(comment.status, "held")).all();
  await transaction(async (tx, changed) => {
    decideComments(
      tx,
      changed,
      ids.slice(0, 400).map(({ id }) => id),
      "approved",
      theSoftware,
      new Date(),
    );
  });

  const [first = ""] = open;
  const shown = ids[0]?.id ?? 0;
  const cards = await Promise.all(open.map((path) => cardOf(publication, path)));
  const paths = new Set([
    "/",
    "/privacy",
    "/feed.xml",
    "/feed.json",
    "/atom.xml",
    "/api/v1/comments",
    "/api/v1/comments?limit=100",
    "/api/v1/articles",
    "/api/v1/openapi.json",
    "/sitemap.xml",
    "/robots.txt",
    "/search?q=reader",
    "/archive",
    "/replies/erased",
    "/replies/ended",
    "/replies/report/0",
    "/nothing-here",
    "/desk",
    "/desk/comments",
    "/sign-in",
    "/api/auth/session",
    `/replies/report/${shown}`,
    `/replies/${"0".repeat(32)}`,
    `/replies/${"0".repeat(32)}/export`,
    "/%E0%A4%A",
    `${first}?reply=mailed`,
    `${first}?reply-to=${shown}`,
    "/healthz",
    "/readyz",
    ...open.flatMap((path) => [path, `${path}?comments=2`, `${path}?comments=3`, `${path}?order=newest`]),
    ...cards,
    ...articles.slice(0, 12),
    ...articles.map((path) => `/${path.split("/")[1]}`),
    ...articles.slice(0, 3).map((path) => `/${path.split("/")[1]}/feed.xml`),
  ]);
  const manners: Record<string, string>[] = [{}, { RSC: "1" }, { Accept: "application/json" }];
  for (const path of paths) {
    for (const headers of manners) await note(await fetch(publication.address + path, { headers, redirect: "manual" }));
  }
  for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE"])
    await note(await fetch(publication.address + first, { method, headers: { Origin: publication.address } }));
  await note(await post(publication, first, { text: "", name: "Somebody else", email: "else@example.org" }));
  const [typed = ""] = people;
  // Their own words go back to who sent them and to nobody else, whatever was wrong with them.
  for (const wrong of [
    { text: "", name: "x" },
    { text: "x".repeat(5_001), name: "x" },
    { text: "Hello", name: "" },
  ]) {
    const answer = await post(publication, first, { ...wrong, email: typed });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(new LeakFinder(people, marker).find(Buffer.from([...answer.headers].join("\n")))).toEqual([]);
  }
  await note(await fetch(publication.address + first));
  await note(await post(publication, first, { text: "x", name: "x", email: typed, stamp: "x".repeat(1_000_000) }));
  const page = await (await fetch(publication.address + first)).text();
  expect(page).toContain("The tide was late on day");

  const finder = new LeakFinder(people, marker);
  expect(answers.flatMap((answer) => finder.find(answer))).toEqual([]);
  expect(finder.find(readFileSync(publication.logFile))).toEqual([]);
  // What was built before anybody commented cannot hold them; what Next has written since could.
  const built = filesIn(".next").filter((path) => {
    // Another worker's server writes there too, and moves what it has written to its place.
    const file = statSync(path, { throwIfNoEntry: false });
    return file?.isFile() && (!path.includes("/cache/") || file.mtimeMs >= began);
  });
  expect(built.flatMap((path) => finder.find(readFileSync(path)))).toEqual([]);
  // The outbox is the post itself; everything else in the data folder, the database above all, must hold nothing.
  const written = filesIn(publication.dataFolder).filter((path) => !/\/(?:outbox|media)\//.test(path));
  expect(written.some((path) => path.endsWith(".sqlite"))).toBe(true);
  expect(written.flatMap((path) => finder.find(readFileSync(path), true))).toEqual([]);
  const letters = filesIn(join(publication.dataFolder, "outbox"))
    .filter((path) => path.endsWith(".eml"))
    .map((path) => readFileSync(path, "utf8"));
  expect(letters.length).toBeGreaterThan(10);
  for (const letter of letters) {
    const own = letter.match(/^To: (.+)$/m)?.[1]?.trim() ?? "";
    expect(own).toContain("@");
    expect(finder.find(Buffer.from(letter.replace(own, ""))), "a letter names its own reader, once").toEqual([]);
  }
  // Letters are passed on: what their links open names nobody either.
  const links = letters.slice(0, 3).map((letter) => letter.match(/\/replies\/[0-9a-f]{32}/)?.[0] ?? "");
  for (const link of links) {
    for (const path of [link, `${link}/export`, link.replace("/replies/", "/replies/stop/")]) {
      // On connections of their own: searching has taken so long that the server may have closed the others.
      const opened = await ask(publication.address, path);
      expect(opened.status, opened.text).toBe(200);
      expect(finder.find(Buffer.from(`${JSON.stringify(opened.headers)}\n${opened.text}`))).toEqual([]);
    }
  }
});

test("neither a backup without its keys nor an export that was not asked for them carries an address", async ({
  publication,
}, testInfo) => {
  test.setTimeout(300_000);
  const now = new Date();
  const finder = new LeakFinder(people, marker);

  const { path } = await writeBackup({ folder: testInfo.outputPath("backup"), passphrase: undefined, now });
  const kept: string[] = [];
  await readArchive(path, async (name, _size, content) => {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    if (name.startsWith("media/")) return;
    kept.push(name);
    expect(finder.find(Buffer.concat(parts), true), name).toEqual([]);
  });
  expect(kept).toEqual(["database.sqlite"]);

  const given = { address: publication.address, now, withAddresses: false };
  const written = async (pieces: AsyncIterable<string>) => Buffer.from(await text(Readable.from(pieces)));
  for (const pieces of [jsonExport, wordpressExport, ghostExport]) {
    const bytes = await written(pieces(given));
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(finder.find(bytes, true), pieces.name).toEqual([]);
  }
  // The same export, asked for addresses by name, has them: the comments were in those above.
  for (const pieces of [jsonExport, wordpressExport]) {
    expect(finder.find(await written(pieces({ ...given, withAddresses: true }))), pieces.name).not.toEqual([]);
  }

  const folder = testInfo.outputPath("copy");
  const { pages } = await copyStatically(publication.address, folder);
  expect(pages).toBeGreaterThan(10);
  const copied = filesIn(folder).filter((file) => !file.includes("/media/"));
  expect(copied.flatMap((file) => finder.find(readFileSync(file), true))).toEqual([]);
});

test("no search and no listing tells whether an address has commented", async ({ publication }) => {
  const [known = ""] = people;
  const typed = known.trim().toLowerCase();
  const never = `${"n".repeat(typed.indexOf("@"))}@${marker.replace("canary", "nobody")}`;
  const answer = async (path: string, value: string) => {
    const response = await fetch(publication.address + path + encodeURIComponent(value), { redirect: "manual" });
    const page = (await response.text()).replaceAll(value, "").replaceAll(encodeURIComponent(value), "");
    return [response.status, page.match(/<article/g)?.length ?? 0, page.match(/"id":/g)?.length ?? 0];
  };
  const [path = ""] = publishedPaths();
  const asked = ["/search?q=", `${path}?email=`, `${path}?comments=`, `${path}?q=`];
  const listings = ["email", "author_email", "search", "q", "author", "name"].map((key) => `/api/v1/comments?${key}=`);
  for (const place of [...asked, ...listings])
    expect(await answer(place, typed), place).toEqual(await answer(place, never));
  // A part of an address is as silent as the whole: no letter of it can be guessed one after another.
  for (const length of [1, 4, 8])
    expect(await answer("/search?q=", typed.slice(0, length) + marker.slice(0, 9))).toEqual(
      await answer("/search?q=", never.slice(0, length) + marker.slice(0, 9)),
    );
});

test("the form answers a known address as one that was never seen", async ({ publication }) => {
  await withoutPauses();
  const [path = ""] = await openArticles(publication, 1);
  const [known = ""] = people;
  const answered = async (email: string) => {
    const response = await post(publication, path, {
      text: `The gulls were quiet near ${email.length}.`,
      name: "A",
      email,
    });
    return [response.status, response.headers.get("location"), [...response.headers.keys()].join()];
  };
  expect(await answered(known)).toEqual(await answered("never.seen@elsewhere.example"));
});
