import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "./fixtures.ts";
import { LeakFinder } from "./leaks.ts";

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

test("a thousand addresses are typed, and not one of them, nor anything made from it, comes out", async ({
  publication,
}) => {
  test.setTimeout(300_000);
  const [
    { read, transaction },
    { writeSettings },
    { decideComments },
    { theSoftware },
    schema,
    { eq, desc, isNotNull },
  ] = await Promise.all([
    import("#db/client"),
    import("#db/settings"),
    import("#db/comments-decide"),
    import("#db/log"),
    import("#db/schema"),
    import("drizzle-orm"),
  ]);
  const now = new Date();
  await transaction(async (tx, changed) =>
    writeSettings(tx, changed, { commentPauseSeconds: 0, commentsPerHour: 0 }, now),
  );
  const { article, comment, section } = schema;
  const articles = read()
    .select({ slug: article.slug, section: section.slug })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(isNotNull(article.publishedAt))
    .orderBy(desc(article.publishedAt))
    .all()
    .map((found) => `/${found.section}/${found.slug}`);
  const open: string[] = [];
  for (const path of articles) {
    const page = await fetch(publication.address + path);
    if (page.ok && (await page.text()).includes('name="stamp"')) open.push(path);
    if (open.length === 3) break;
  }
  expect(open.length).toBe(3);

  const post = (path: string, fields: Record<string, string>) =>
    fetch(publication.address + path, {
      method: "POST",
      redirect: "manual",
      headers: { Origin: publication.address },
      body: new URLSearchParams({ form: "reply", ...fields }),
    });
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
      const response = await post(open[(at + number) % 3] ?? "", { text, name, email, website: "", follow: "on" });
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
      now,
    );
  });

  const [first = ""] = open;
  const shown = ids[0]?.id ?? 0;
  const paths = new Set([
    "/",
    "/privacy",
    "/feed.xml",
    "/feed.json",
    "/sitemap.xml",
    "/robots.txt",
    "/search?q=reader",
    "/archive",
    "/nothing-here",
    "/desk",
    "/desk/comments",
    "/sign-in",
    "/api/auth/session",
    `/replies/report/${shown}`,
    `/replies/${"0".repeat(32)}`,
    `/replies/${"0".repeat(32)}/export`,
    "/%E0%A4%A",
    `${first}?reply=held`,
    `${first}?reply-to=${shown}`,
    "/healthz",
    "/readyz",
    ...open.flatMap((path) => [
      path,
      `${path}?comments=2`,
      `${path}?comments=3`,
      `${path}?order=newest`,
      `${path}/opengraph-image`,
    ]),
    ...articles.slice(0, 12),
    ...articles.map((path) => `/${path.split("/")[1]}`),
    ...articles.slice(0, 3).map((path) => `/${path.split("/")[1]}/feed.xml`),
  ]);
  const manners: Record<string, string>[] = [{}, { RSC: "1" }, { Accept: "application/json" }];
  for (const path of paths) {
    for (const headers of manners) await note(await fetch(publication.address + path, { headers, redirect: "manual" }));
  }
  await note(await post(first, { text: "", name: "Somebody else", email: "else@example.org", website: "x y" }));
  const page = await (await fetch(publication.address + first)).text();
  expect(page).toContain("The tide was late on day");

  const finder = new LeakFinder(people, marker);
  expect(answers.flatMap((answer) => finder.find(answer))).toEqual([]);
  expect(finder.find(readFileSync(publication.logFile))).toEqual([]);
  const built = filesIn(".next").filter((path) => !path.includes("/cache/") && statSync(path).isFile());
  expect(built.flatMap((path) => finder.find(readFileSync(path)))).toEqual([]);
  // The outbox is the post itself; everything else in the data folder, the database above all, must hold nothing.
  const written = filesIn(publication.dataFolder).filter((path) => !/\/(?:outbox|media)\//.test(path));
  expect(written.some((path) => path.endsWith(".sqlite"))).toBe(true);
  expect(written.flatMap((path) => finder.find(readFileSync(path), true))).toEqual([]);
  const letters = filesIn(join(publication.dataFolder, "outbox")).map((path) => readFileSync(path, "utf8"));
  for (const letter of letters) {
    const named = new Set(letter.toLowerCase().match(new RegExp(`[\\w.-]+@${marker.replaceAll(".", "\\.")}`, "g")));
    expect(named.size, "a letter names its own reader and nobody else").toBeLessThanOrEqual(1);
  }
});

test("neither a backup without its keys nor an export that was not asked for them carries an address", async ({
  publication,
}, testInfo) => {
  test.setTimeout(300_000);
  const [{ writeBackup }, { readArchive }, { jsonExport }, { wordpressExport }, { ghostExport }, { copyStatically }] =
    await Promise.all([
      import("#exchange/backup/write-backup"),
      import("#exchange/backup/archive"),
      import("#exchange/move-out/export-json"),
      import("#exchange/move-out/export-wordpress"),
      import("#exchange/move-out/export-ghost"),
      import("#exchange/move-out/static-copy"),
    ]);
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

test("no search tells whether an address has commented", async ({ publication }) => {
  const answer = async (query: string) => {
    const page = await (await fetch(`${publication.address}/search?q=${encodeURIComponent(query)}`)).text();
    return page.replaceAll(query, "").replaceAll(encodeURIComponent(query), "");
  };
  const [known = ""] = people;
  const typed = known.trim().toLowerCase();
  const never = `${"n".repeat(typed.indexOf("@"))}@${marker.replace("canary", "nobody")}`;
  const count = (html: string) => html.match(/<article/g)?.length ?? 0;
  expect(count(await answer(typed))).toBe(count(await answer(never)));
});
