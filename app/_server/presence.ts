/**
 * Who has which article open, as this process knows it. Nothing depends on it but a sentence in the editor: what keeps
 * two people from overwriting each other is the version of each save.
 */
type Visit = { staffId: number; name: string; seenAt: number };

const place = Symbol.for("national-update.presence");
const processWide = globalThis as { [place]?: Map<number, Map<string, Visit>> };
processWide[place] ??= new Map();
const articles = processWide[place];

/** Editors tell of themselves every ten seconds; who misses two is gone. */
const GONE_AFTER = 25_000;

/**
 * Notes that a page of a person has an article open, and tells who else has. `page` names one open page, so that the
 * same person in two windows is told as well.
 */
export function noteVisit(
  articleId: number,
  visitor: { staffId: number; name: string; page: string },
  now: Date,
): string[] {
  const at = now.getTime();
  const visits = articles.get(articleId) ?? new Map<string, Visit>();
  articles.set(articleId, visits);
  visits.set(visitor.page, { staffId: visitor.staffId, name: visitor.name, seenAt: at });
  for (const [page, { seenAt }] of visits) if (at - seenAt > GONE_AFTER) visits.delete(page);
  const others = [...visits].filter(([page]) => page !== visitor.page).map(([, visit]) => visit);
  return [
    ...new Set(others.map(({ staffId, name }) => (staffId === visitor.staffId ? "you, in another window" : name))),
  ];
}

export function endVisit(articleId: number, page: string): void {
  const visits = articles.get(articleId);
  visits?.delete(page);
  if (visits?.size === 0) articles.delete(articleId);
}
