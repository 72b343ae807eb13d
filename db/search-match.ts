import type { SearchTerm } from "#core/search-query";
import { facet } from "./search-index.ts";

/*
 * What somebody looks for, in the language of FTS5's MATCH (SQLite, "Full-text Query Syntax"). Everything stands in
 * quotes, and a token holds letters, digits and marks only, so nothing typed can become part of that language.
 */

export type SearchFacets = { sectionId?: number; contributorId?: number; topicId?: number };

/**
 * The expression for all of the wanted and none of the unwanted; `any` asks for at least one of the wanted. `within` asks
 * for them in that column.
 */
export function matchExpression(
  wanted: readonly SearchTerm[],
  unwanted: readonly SearchTerm[],
  facets: SearchFacets = {},
  how: "all" | "any" = "all",
  within?: "headline",
): string {
  const column = within ? `{${within}} : ` : "";
  const words = `${column}(${wanted.map(termExpression).join(how === "all" ? " AND " : " OR ")})`;
  const filed = Object.entries({
    section: facets.sectionId,
    contributor: facets.contributorId,
    topic: facets.topicId,
  } as const).flatMap(([kind, id]) =>
    id === undefined ? [] : [quoted(facet(kind as "section" | "contributor" | "topic", id))],
  );
  const all = [...filed, words].join(" AND ");
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.map(termExpression).join(" OR ")})`;
}

const quoted = (token: string): string => `"${token}"`;

function termExpression({ places, goesOn }: SearchTerm): string {
  const open = goesOn ? " *" : "";
  const [first = [], ...rest] = places;
  if (rest.length === 0) return `(${first.map((form) => quoted(form) + open).join(" OR ")})`;
  return `(${places.map(([form = ""]) => quoted(form)).join(" + ")}${open})`;
}
