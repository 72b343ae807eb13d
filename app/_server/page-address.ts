import type { PageAddress } from "./site-queries";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const wholeNumber = (text: string): number | undefined => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

/** Which page of a list an address asks for; undefined where it asks for none that can be. */
export async function pageAddress(searchParams: SearchParams): Promise<PageAddress | undefined> {
  const { page = "1", after } = await searchParams;
  const number = typeof page === "string" ? wholeNumber(page) : undefined;
  if (number === undefined) return undefined;
  return typeof after === "string" && number > 1 ? { number, after: wholeNumber(after) } : { number };
}
