/** What XML 1.0 cannot hold in any writing (section 2.2): control characters, halves of letters, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** Any text as XML can hold it, in an element or an attribute. What no XML can hold is left out. */
const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, "")
    .replace(/[&<>"\r]/g, (letter) => ESCAPES[letter] ?? letter);

/** `<name attribute="…">text</name>`; an attribute without a value is left out, and so is the text where there is none. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  text?: string,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  const opening = `<${name}${written.join("")}`;
  return text === undefined ? `${opening}/>` : `${opening}>${xmlText(text)}</${name}>`;
}

/** `<name>text</name>`, or nothing where there is no text. */
export const textElement = (name: string, text: string | undefined): string => (text ? element(name, {}, text) : "");

/** An element around others. */
export const around = (opening: string, inner: readonly string[], closing: string): string =>
  `<${opening}>\n${inner.filter((each) => each !== "").join("\n")}\n</${closing}>`;

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
/** How a browser shows a feed that somebody opens in it. */
export const FEED_STYLE = '<?xml-stylesheet type="text/css" href="/feed.css"?>';
