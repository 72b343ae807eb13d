import { isSafeHref } from "#core/document";

/**
 * A former address as it is kept: a path of this publication, as read (not encoded), with its query where it had one.
 * Whole addresses are cut down to their path, since that is what people copy. Undefined for anything else.
 */
export function formerPath(typed: string): string | undefined {
  const text = typed.trim();
  if (text === "" || !URL.canParse(text, "https://here.invalid")) return undefined;
  const { pathname, search, protocol } = new URL(text, "https://here.invalid");
  if (!/^https?:$/.test(protocol) || !(text.startsWith("/") || /^https?:\/\//i.test(text)) || text.startsWith("//")) {
    return undefined;
  }
  try {
    const path =
      decodeURIComponent(pathname)
        .normalize("NFC")
        .replace(/(.)\/+$/, "$1") + search;
    return path === "/" ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * Where a redirect may lead: a path of this publication, or a web address. `own` is the publication's address; what was
 * copied from there is a path as well.
 */
export function redirectTarget(typed: string, own?: string): string | undefined {
  const text = withoutOwn(typed.trim(), own);
  if (text.startsWith("/") && !text.startsWith("//")) return text.slice(0, 2_000);
  return /^https?:\/\//i.test(text) && isSafeHref(text) && URL.canParse(text) ? text.slice(0, 2_000) : undefined;
}

function withoutOwn(text: string, own: string | undefined): string {
  if (own === undefined || !URL.canParse(text)) return text;
  const { origin, pathname, search, hash } = new URL(text);
  return origin === new URL(own).origin ? pathname + search + hash : text;
}

/**
 * The path at which a chain of redirects that begins with `from → to` comes back to where it has been, or undefined
 * where it ends. `next` says where a path leads now.
 */
export function loopIn(from: string, to: string, next: (path: string) => string | undefined): string | undefined {
  const been = new Set([from]);
  let here: string | undefined = formerPath(to);
  if (!to.startsWith("/")) return undefined;
  while (here !== undefined) {
    if (been.has(here)) return here;
    been.add(here);
    const there = next(here);
    here = there?.startsWith("/") ? formerPath(there) : undefined;
  }
  return undefined;
}

export type RedirectLine = { line: number; from: string; to: string };

/**
 * The lines of a CSV file with two columns, from and to. Quoted fields may hold commas. Only empty lines and a heading are
 * passed over; whatever else a line says is for its reader to refuse.
 */
export function redirectLines(csv: string): RedirectLine[] {
  return csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((text, at) => ({ line: at + 1, fields: fieldsOf(text) }))
    .map(({ line, fields: [from = "", to = ""] }) => ({ line, from, to }))
    .filter(({ line, from, to }) => (from !== "" || to !== "") && !(line === 1 && !isAddress(from) && !isAddress(to)));
}

const isAddress = (field: string): boolean => /^(\/|https?:)/i.test(field);

function fieldsOf(line: string): string[] {
  const separator = !line.includes(",") && line.includes(";") ? ";" : line.includes("\t") ? "\t" : ",";
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"' && quoted && line[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      fields.push(field.trim());
      field = "";
    } else field += letter;
  }
  return [...fields, field.trim()];
}
