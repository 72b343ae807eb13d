import { desc, eq, isNotNull } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { issueLink } from "#db/commenter-links";
import { decideComments } from "#db/comments-decide";
import { theSoftware } from "#db/log";
import { article, comment, section } from "#db/schema";
import { clearQueue, post, withoutPauses } from "./commenting.ts";
import { expect, test, untilAwake } from "./newsroom.ts";

test.beforeEach(withoutPauses);

/** An article that takes comments and has few. */
function openArticle(): string {
  const found = read()
    .select({ slug: article.slug, section: section.slug, open: article.commentsOpen })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(isNotNull(article.liveRevisionId))
    .orderBy(desc(article.publishedAt))
    .all()
    .filter(({ open }) => open)
    .at(-1);
  if (!found) throw new Error("There is no article.");
  return `/${found.section}/${found.slug}`;
}

test("without scripts a refused comment keeps every word, and a mended one is held and told so", async ({ reader }) => {
  const path = openArticle();
  const page = await reader({ javaScriptEnabled: false });
  await page.goto(path);
  await page.getByLabel("Comment *").fill("The harbour was empty by noon.");
  await page.getByLabel("Email *").fill("not an address");
  await page.getByRole("button", { name: "Post Comment" }).click();
  await expect(page.getByRole("alert")).toContainText("Your comment was not posted.");
  await expect(page.getByLabel("Comment *")).toHaveValue("The harbour was empty by noon.");
  await expect(page.getByLabel("Email *")).toHaveValue("not an address");
  await expect(page.getByLabel("Email *")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("link", { name: /^Name: / }).click();
  await page.getByLabel("Name *").fill("Wren Alder");
  await page.getByLabel("Email *").fill("wren@example.org");
  await page.getByRole("button", { name: "Post Comment" }).click();
  await expect(page.getByRole("status")).toContainText("Your comment is waiting");
  const other = await reader();
  await other.goto(path);
  await expect(other.getByText("The harbour was empty by noon.")).toHaveCount(0);
});

test("the script tells how long the writing took, and a reader without it is not asked", async ({ reader }) => {
  const path = openArticle();
  const plain = await reader({ javaScriptEnabled: false });
  await plain.goto(path);
  await expect(plain.locator("input[name=seconds]")).toHaveValue("");
  const page = await reader();
  await page.clock.install();
  await page.goto(path);
  await page.getByLabel("Comment *").focus();
  await page.clock.fastForward("02:00");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Post Comment" }).click();
  const seconds = Number(new URLSearchParams((await sent).postData() ?? "").get("seconds"));
  expect(seconds).toBeGreaterThanOrEqual(120);
  expect(seconds).toBeLessThan(300);
});

test("a moderator clears the queue by keys: approves, readers see it, takes it back, and they do not", async ({
  reader,
  colleague,
}) => {
  await clearQueue();
  const path = openArticle();
  const writer = await reader({ javaScriptEnabled: false });
  await writer.goto(path);
  await writer.getByLabel("Comment *").fill("Second tide, second thoughts.");
  await writer.getByLabel("Name *").fill("Ines Quell");
  await writer.getByLabel("Email *").fill("ines@example.org");
  await writer.getByRole("button", { name: "Post Comment" }).click();
  await expect(writer.getByRole("status")).toContainText("Your comment is waiting");
  const { page } = await colleague("moderator", "Ada Park");
  await page.goto("/desk/comments");
  const card = page.getByRole("article", { name: "Ines Quell" });
  await expect(card).toContainText("i•••@e•••.org");
  await expect(card).toContainText("First comment");
  await expect(card.getByRole("button", { name: "Show the address" })).toHaveCount(0);
  await untilAwake(card);
  await card.focus();
  await page.keyboard.press("a");
  await expect(page.getByRole("status")).toContainText("1 comment approved.");
  await expect(card).toHaveCount(0);
  await expect(async () => {
    await writer.goto(path);
    await expect(writer.getByText("Second tide, second thoughts.")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("u");
  await expect(page.getByRole("status")).toContainText("Taken back.");
  await expect(card).toHaveCount(1);
  await expect(async () => {
    await writer.goto(path);
    await expect(writer.getByText("Second tide, second thoughts.")).toHaveCount(0, { timeout: 500 });
  }).toPass();
});

test("who is known here shows a comment by one click behind the mailed link, and readers report it, with scripts off", async ({
  publication,
  reader,
}) => {
  const path = openArticle();
  const page = await reader({ javaScriptEnabled: false });
  const writeAndFollowLink = async (text: string) => {
    const answer = await post(publication, path, { name: "Tam Orley", email: "tam@example.org", text });
    expect(answer.headers.get("location")).toBe(`${path}?reply=mailed#respond`);
    const own = read().select().from(comment).where(eq(comment.text, text)).get();
    if (!own?.commenterId) throw new Error("The comment is not there.");
    const link = { commenterId: own.commenterId, commentId: own.id, purpose: "manage" } as const;
    await page.goto(`/replies/${await transaction(async (tx) => issueLink(tx, link, new Date()))}`);
    return own.id;
  };
  const first = await writeAndFollowLink("The gulls were louder than the engines.");
  await page.getByRole("button", { name: "Yes, I wrote this comment" }).click();
  await expect(page.getByRole("status")).toContainText("this address is yours");
  await transaction(async (tx, changed) => decideComments(tx, changed, [first], "approved", theSoftware, new Date()));
  const second = await writeAndFollowLink("By dusk the gulls had won.");
  await expect(page.getByText("It waits for you.")).toBeVisible();
  await page.getByRole("button", { name: "Yes, I wrote this comment" }).click();
  await expect(page.getByRole("status")).toContainText("The comment is on the page.");
  const other = await reader({ javaScriptEnabled: false });
  await expect(async () => {
    await other.goto(path);
    await expect(other.getByText("By dusk the gulls had won.")).toBeVisible({ timeout: 500 });
  }).toPass();
  await other.goto(`/replies/report/${second}`);
  await other.getByRole("button", { name: "Send the report" }).click();
  await other.getByRole("radio").first().check();
  await other.getByRole("button", { name: "Send the report" }).click();
  await expect(other.getByRole("heading", { name: "Thank you" })).toBeVisible();
});
