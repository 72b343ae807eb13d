import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { keyNumberOf, unsealFor } from "#db/address-cipher";
import { read, transaction } from "#db/client";
import { freshKeys, readKeyFile } from "#db/keys";
import { comment, commenter, mail } from "#db/schema";
import { readArchive } from "#exchange/backup/archive";
import { writeBackup } from "#exchange/backup/write-backup";
import { clearQueue, openArticles, post, send, withoutPauses } from "./commenting.ts";
import { expect, test } from "./newsroom.ts";
import type { Publication } from "./publication.ts";

/* What is promised of addresses beyond their not coming out: that they go when told to, and that their keys can change. */

// Letters leave in their order, and other journeys have left many that wait.
test.beforeEach(() => transaction(async (tx) => void tx.delete(mail).run()));

/** Everything the database has on disk. */
function bytesOnDisk({ dataFolder }: Publication): Buffer {
  const path = join(dataFolder, "national-update.sqlite");
  // In this order, since what is moved from the second file to the first meanwhile is in one of them.
  const files = [`${path}-wal`, path, `${path}-shm`].filter((file) => existsSync(file));
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

const letters = ({ dataFolder }: Publication): string[] => {
  const outbox = join(dataFolder, "outbox");
  if (!existsSync(outbox)) return [];
  const names = readdirSync(outbox).filter((name) => name.endsWith(".eml"));
  return names.map((name) => readFileSync(join(outbox, name), "utf8"));
};

async function privateLink(publication: Publication, email: string, patience = 15_000): Promise<string> {
  let found: string | undefined;
  await expect(() => {
    const letter = letters(publication).find((text) => text.includes(`To: ${email}`));
    found = letter?.match(/\/replies\/[0-9a-f]{32}/)?.[0];
    expect(found).toBeDefined();
  }).toPass({ timeout: patience });
  return found ?? "";
}

async function databaseIn(archive: string): Promise<Buffer> {
  let database = Buffer.alloc(0);
  await readArchive(archive, async (name, _size, content) => {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    if (name === "database.sqlite") database = Buffer.concat(parts);
  });
  return database;
}

test("what a commenter erases is in the database, its log and the next backup no more", async ({
  publication,
}, testInfo) => {
  await withoutPauses();
  const [path = ""] = await openArticles(publication, 1);
  const email = "leaves.no.trace@example.org";
  const name = "Quirinus Velthoven";
  for (const text of ["One unmistakable xylotheque.", "Another unmistakable xylotheque."]) {
    expect((await post(publication, path, { text, name, email })).status).toBe(303);
  }
  const link = await privateLink(publication, email);
  const [own] = read().select().from(comment).where(eq(comment.authorName, name)).all();
  const sealed = read()
    .select()
    .from(commenter)
    .where(eq(commenter.id, own?.commenterId ?? 0))
    .get();
  const traces = ["xylotheque", "Quirinus", "Velthoven", sealed?.addressHash ?? "?", sealed?.address ?? Buffer.of(1)];
  const backup = (folder: string) =>
    writeBackup({ folder: testInfo.outputPath(folder), passphrase: undefined, now: new Date() });
  const before = [bytesOnDisk(publication), await databaseIn((await backup("before")).path)];
  for (const bytes of before) for (const trace of traces) expect(bytes.includes(trace)).toBe(true);

  const refused = await send(publication, link, { form: "manage", deed: "erase" });
  expect(refused.status).toBe(422);
  expect(bytesOnDisk(publication).includes("xylotheque")).toBe(true);
  const erased = await send(publication, link, { form: "manage", deed: "erase", sure: "on" });
  expect([erased.status, erased.headers.get("location")]).toEqual([303, "/replies/erased"]);

  const after = [bytesOnDisk(publication), await databaseIn((await backup("after")).path)];
  for (const bytes of after) for (const trace of traces) expect(bytes.includes(trace), String(trace)).toBe(false);
  expect((await fetch(publication.address + link)).status).toBe(404);
});

test("keys are changed while readers comment, and no address is lost; the former key opens nothing then", async ({
  publication,
}) => {
  test.setTimeout(120_000);
  await withoutPauses();
  const [path = ""] = await openArticles(publication, 1);
  const former = readKeyFile()?.addressKey;
  const command = (...words: string[]) =>
    new Promise<number | null>((resolve) => {
      const run = spawn(process.execPath, ["cli/bootstrap.mjs", "keys", ...words], { stdio: "ignore" });
      run.once("exit", resolve);
    });
  const posted: string[] = [];
  const postOne = async () => {
    const email = `between.${posted.length}@example.org`;
    const text = `Word ${posted.length} while locks are changed.`;
    expect((await post(publication, path, { text, name: "Between", email })).status).toBe(303);
    posted.push(email);
  };
  await postOne();
  let code: number | null | undefined;
  const rotating = command("rotate").then((ended) => {
    code = ended;
  });
  while (code === undefined) await postOne();
  await rotating;
  expect(code).toBe(0);
  expect(posted.length).toBeGreaterThan(20);
  expect(await command("forget-former")).toBe(0);
  await postOne();

  const { addressKey, formerAddressKeys } = readKeyFile() ?? {};
  expect(addressKey).not.toBe(former);
  expect(formerAddressKeys).toEqual([]);
  const inForce = freshKeys().current.id;
  const opened = read()
    .select()
    .from(commenter)
    .all()
    .flatMap(({ id, address }) => (address ? [{ id, address }] : []))
    .map(({ id, address }) => {
      expect(keyNumberOf(address)).toBe(inForce);
      return unsealFor({ table: "commenter", id }, address);
    });
  for (const email of posted) expect(opened).toContainEqual({ ok: true, value: email });
  // The letters to all the others leave first.
  await privateLink(publication, posted.at(-1) ?? "", 60_000);
});

test("an address that was moved to another row is not read, shown or written to", async ({
  publication,
  colleague,
}) => {
  await withoutPauses();
  await clearQueue();
  const [path = ""] = await openArticles(publication, 1);
  const [one, other] = ["swapped.one@example.org", "swapped.other@example.org"];
  for (const [at, email] of [one, other].entries()) {
    await post(publication, path, { text: `A word about swaps, number ${at}.`, name: `Swapped ${at}`, email });
    await privateLink(publication, email);
  }
  const newest = read().select().from(commenter).all().slice(-2);
  await transaction(async (tx) => {
    for (const [at, { id }] of newest.entries()) {
      tx.update(commenter)
        .set({ address: newest[1 - at]?.address })
        .where(eq(commenter.id, id))
        .run();
    }
  });
  const { page } = await colleague("administrator", "Ada Park");
  await page.goto("/desk/comments");
  for (const name of ["Swapped 0", "Swapped 1"]) {
    const card = page.getByRole("article", { name });
    await expect(card).toContainText("cannot be read");
    await expect(card).not.toContainText("@");
  }
  const sent = letters(publication).length;
  await post(publication, path, { text: "One more word about swaps.", name: "Swapped 0", email: one });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  expect(letters(publication).length).toBe(sent);
});
