import type { Page } from "playwright/test";

/** Scripts of the desk. */
export const deskScripts = "**/_next/static/**/*.js";

/** Keeps such requests of a page on their way until what is returned is called. */
export async function holdRequests(
  page: Page,
  address: Parameters<Page["route"]>[0],
  method = "GET",
): Promise<() => void> {
  const { promise: released, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await released;
    await route.continue();
  });
  return letGo;
}
