import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { type SaxesAttributePlain, SaxesParser } from "saxes";
import { RefusedSource } from "./refused-source.ts";

/** Bytes that one text, comment or tag may have; a longer one is an attack on our memory, not a post. */
const LONGEST_TOKEN = 16 * 2 ** 20;
/** Bytes that one post with its comments may have. */
const LONGEST_ITEM = 64 * 2 ** 20;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of these, and exports are full of them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Puts records together from the tags and texts of a file, as they come. */
export interface XmlRecords<Record_> {
  /** False where the file turns out to be something else. */
  open(tag: string, attributes: Readonly<Record<string, string>>): boolean;
  text(text: string): void;
  close(tag: string): void;
  /** The records that are whole by now, once. */
  take(): Record_[];
  /** Whether the file has come to its proper end. */
  readonly isComplete: boolean;
}

export type XmlKind = {
  /** "a WordPress export" */
  what: string;
  /** "those begin with <rss> and name WordPress' own words" */
  sign: string;
  /** The elements that are one post. */
  items: readonly string[];
};

/** Is told after every piece how many bytes of the file have been read. */
export type Progress = (bytes: number) => void;

/**
 * The records of an XML file, which is read as a stream: memory does not grow with its size. Throws a RefusedSource for
 * what is of another kind, is cut off, or is made to do harm. No entity is ever looked up and nothing is fetched.
 */
export async function* readXml<Record_>(
  path: string,
  { what, sign, items }: XmlKind,
  records: XmlRecords<Record_>,
  progress?: Progress,
): AsyncGenerator<Record_> {
  const name = basename(path);
  const parser = new SaxesParser();
  let sinceToken = 0;
  let itemBegan = 0;
  let read = 0;
  const refusal = (why: string) => new RefusedSource(`${name} ${why} Nothing was taken in.`);

  parser.on("error", (error) => {
    if (/unclosed tag|unexpected end|document must contain a root element/i.test(error.message)) {
      throw refusal("is cut off or empty: it ends before its last element does.");
    }
    throw refusal(`is not well-formed XML: ${error.message.replace(/\.$/, "")}.`);
  });
  parser.on("doctype", () => {
    throw refusal(`carries a DOCTYPE, which ${what} never has and which can be made to do harm.`);
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding && !/^utf-?8$/i.test(encoding)) throw refusal(`is written in ${encoding}; please save it as UTF-8.`);
  });
  parser.on("opentag", ({ name: tag, attributes }) => {
    sinceToken = 0;
    if (!records.open(tag, attributes as Record<string, SaxesAttributePlain["value"]>)) {
      throw refusal(`is not ${what}: ${sign}.`);
    }
    if (items.includes(tag)) itemBegan = read;
  });
  parser.on("closetag", ({ name: tag }) => {
    sinceToken = 0;
    records.close(tag);
    if (items.includes(tag)) itemBegan = 0;
  });
  for (const kind of ["text", "cdata"] as const) {
    parser.on(kind, (text) => {
      sinceToken = 0;
      records.text(text);
    });
  }
  parser.on("comment", () => {
    sinceToken = 0;
  });

  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes: Buffer = chunk;
    sinceToken += bytes.length;
    read += bytes.length;
    if (read === bytes.length && looksForeign(bytes)) throw refusal(`is not ${what}: it is no XML file in UTF-8.`);
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      throw refusal(`is not in UTF-8: there are other bytes before the ${read.toLocaleString("en")}th.`);
    }
    parser.write(text.replace(CONTROL, ""));
    if (sinceToken > LONGEST_TOKEN) throw refusal("holds a single text of more than 16 MB.");
    if (itemBegan > 0 && read - itemBegan > LONGEST_ITEM) throw refusal("holds a single post of more than 64 MB.");
    progress?.(read);
    yield* records.take();
  }
  if (decoder.decode() !== "" || read === 0)
    throw refusal("is cut off or empty: it ends before its last element does.");
  parser.close();
  if (!records.isComplete) throw refusal("is cut off: it ends before its last element does.");
  yield* records.take();
}

/** XML in UTF-8 begins with "<", perhaps after a byte-order mark and white space. */
function looksForeign(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  return !/^\s*</.test(bytes.subarray(start, start + 1_000).toString("latin1"));
}
