import { aDraftOf, expect, test } from "./newsroom.ts";

test("a headline of one very long word makes no page of the desk wider than its window", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  const id = await aDraftOf(mina, "Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgaben".repeat(2));
  for (const path of ["/desk", "/desk/articles", `/desk/articles/${id}/versions`]) {
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await expect(page.getByText(/^Rinderkenn/).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path}, ${width} wide`).toBe(width);
    }
  }
});
