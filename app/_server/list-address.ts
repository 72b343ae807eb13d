/** How many rows a list of the desk shows at once. */
export const ROWS = 50;

/** The page of a list that an address asks for. */
export const pageOf = (typed: string | undefined): number => Math.max(1, Math.floor(Number(typed)) || 1);

/** The address of a list with some of its choices; empty ones are left out. */
export function listAddress(path: string, choices: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choices)) {
    if (value !== undefined && value !== "" && !(name === "page" && value === 1)) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
