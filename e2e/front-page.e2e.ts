import { expect, test } from "./fixtures.ts";

test("the front page answers, whole, with scripts off", async ({ reader }) => {
  const page = await reader({ javaScriptEnabled: false });
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("main")).toContainText("Asia");
});
