import type { XmlRecords } from "../move-in/xml-stream.ts";

export type DisqusThread = { kind: "thread"; id: string; identifier: string; link: string; title: string };
export type DisqusPost = {
  kind: "post";
  id: string;
  thread: string;
  parent: string;
  name: string;
  email: string;
  message: string;
  createdAt: string;
  isDeleted: boolean;
  isSpam: boolean;
};
export type DisqusRecord = DisqusThread | DisqusPost;

/** Puts threads and posts of a Disqus export together. */
export class DisqusRecords implements XmlRecords<DisqusRecord> {
  #ready: DisqusRecord[] = [];
  #open: string[] = [];
  #text = "";
  #fields: Record<string, string> = {};
  #complete = false;

  open(tag: string, attributes: Readonly<Record<string, string>>): boolean {
    this.#text = "";
    const depth = this.#open.push(tag);
    if (depth === 1) return tag === "disqus" && (attributes.xmlns ?? "").includes("disqus.com");
    const id = attributes["dsq:id"] ?? "";
    if (depth === 2) this.#fields = { "dsq:id": id };
    else if (depth === 3 && (tag === "thread" || tag === "parent")) this.#fields[tag] = id;
    return depth < 12;
  }

  text(text: string): void {
    this.#text += text;
  }

  close(tag: string): void {
    const depth = this.#open.length;
    this.#open.pop();
    const text = this.#text;
    this.#text = "";
    if (depth === 1) this.#complete = true;
    else if (depth === 2) this.#closeRecord(tag);
    else if (depth === 3 && tag !== "thread" && tag !== "parent") this.#fields[tag] = text;
    else if (depth === 4 && this.#open.at(-1) === "author") this.#fields[`author ${tag}`] = text;
  }

  #closeRecord(tag: string): void {
    const field = (name: string) => (this.#fields[name] ?? "").trim();
    const id = field("dsq:id");
    if (tag === "thread") {
      this.#ready.push({ kind: "thread", id, identifier: field("id"), link: field("link"), title: field("title") });
    } else if (tag === "post") {
      this.#ready.push({
        kind: "post",
        id,
        thread: field("thread"),
        parent: field("parent"),
        name: field("author name"),
        email: field("author email"),
        message: this.#fields.message ?? "",
        createdAt: field("createdAt"),
        isDeleted: field("isDeleted") === "true",
        isSpam: field("isSpam") === "true",
      });
    }
  }

  get isComplete(): boolean {
    return this.#complete;
  }

  take(): DisqusRecord[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}
