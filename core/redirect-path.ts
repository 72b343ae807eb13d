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

/** Where a redirect may lead: a path of this publication, or a web address. */
export function redirectTarget(typed: string): string | undefined {
  const text = typed.trim();
  if (text.startsWith("/") && !text.startsWith("//")) return text.slice(0, 2_000);
  return /^https?:\/\//i.test(text) && isSafeHref(text) && URL.canParse(text) ? text.slice(0, 2_000) : undefined;
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

/** The lines of a CSV file with two columns, from and to. Quoted fields may hold commas; a heading line is passed over. */
export function redirectLines(csv: string): RedirectLine[] {
  return csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((text, at) => ({ line: at + 1, fields: fieldsOf(text) }))
    .filter(({ line, fields: [from = ""] }) => from !== "" && !(line === 1 && !/^(\/|https?:)/i.test(from)))
    .map(({ line, fields: [from = "", to = ""] }) => ({ line, from, to }));
}

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
