import { z } from "zod";
import { articleStates } from "#core/workflow";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the address of the list says; an address that somebody mistyped says nothing. */
const searchSchema = z.object({
  state: z.preprocess(first, z.enum([...articleStates, "deleted"]).optional()).catch(undefined),
  section: z.preprocess(first, z.coerce.number().int().positive().optional()).catch(undefined),
  q: z.preprocess(first, z.string().trim().max(200).default("")).catch(""),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
});

export type ListSearch = {
  state: z.output<typeof searchSchema>["state"];
  sectionId: number | undefined;
  words: string;
  page: number;
};

export function readListSearch(params: Record<string, unknown>): ListSearch {
  const { state, section, q, page } = searchSchema.parse(params);
  return { state, sectionId: section, words: q, page };
}

/** The address of the list as narrowed; it can be shared. */
export function listHref({ state, sectionId, words, page }: ListSearch): string {
  const said = new URLSearchParams();
  if (state) said.set("state", state);
  if (sectionId) said.set("section", String(sectionId));
  if (words) said.set("q", words);
  if (page > 1) said.set("page", String(page));
  const query = said.toString();
  return query ? `/desk/articles?${query}` : "/desk/articles";
}
