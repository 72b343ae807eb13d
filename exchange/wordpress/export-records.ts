/** The fields of a thing by the names of WordPress, each as the text between its tags. */
export type Fields = Readonly<Record<string, string>>;

export type WordPressComment = { fields: Fields; meta: ReadonlyMap<string, string> };
export type WordPressTerm = { domain: string; nicename: string; name: string };

export type WordPressItem = {
  fields: Fields;
  terms: readonly WordPressTerm[];
  meta: ReadonlyMap<string, string>;
  comments: readonly WordPressComment[];
  /** Every former address part, which WordPress keeps as many entries of one name. */
  oldSlugs: readonly string[];
};

export type WordPressRecord =
  | { kind: "channel"; version: string; fields: Fields }
  | { kind: "author" | "category" | "tag" | "term"; fields: Fields }
  | { kind: "item"; item: WordPressItem };

type Building = {
  fields: Record<string, string>;
  terms: WordPressTerm[];
  meta: Map<string, string>;
  comments: WordPressComment[];
  oldSlugs: string[];
};

const newThing = (): Building => ({ fields: {}, terms: [], meta: new Map(), comments: [], oldSlugs: [] });

const RECORDS: Readonly<Record<string, "author" | "category" | "tag" | "term" | undefined>> = {
  "wp:author": "author",
  "wp:category": "category",
  "wp:tag": "tag",
  "wp:term": "term",
};

/** Puts records together from the tags and texts of an export, as they come. */
export class ExportRecords {
  #ready: WordPressRecord[] = [];
  #open: string[] = [];
  #text = "";
  #thing: Building | undefined;
  #comment: { fields: Record<string, string>; meta: Map<string, string> } | undefined;
  #metaKey = "";
  #term: { domain: string; nicename: string } | undefined;
  #channel: Record<string, string> | undefined = {};
  #version = "";
  #complete = false;

  /** False where the file turns out to be something else than an export. */
  open(tag: string, attributes: Readonly<Record<string, string>>): boolean {
    this.#text = "";
    const depth = this.#open.push(tag);
    if (depth === 1) {
      const named = /wordpress\.org\/export\/(1\.[012])\//.exec(attributes["xmlns:wp"] ?? "");
      if (tag !== "rss" || !named?.[1]) return false;
      this.#version = named[1];
    } else if (depth === 2) {
      return tag === "channel";
    } else if (depth === 3) {
      if (tag === "item" || RECORDS[tag]) {
        this.#endOfChannel();
        this.#thing = newThing();
      }
    } else if (tag === "wp:comment") {
      this.#comment = { fields: {}, meta: new Map() };
    } else if (tag === "category") {
      this.#term = { domain: attributes.domain ?? "", nicename: attributes.nicename ?? "" };
    }
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
    if (depth === 3) this.#closeThing(tag, text);
    else if (depth === 2) {
      this.#endOfChannel();
      this.#complete = true;
    } else if (depth > 3 && this.#thing) this.#closeField(this.#thing, tag, text);
  }

  #closeThing(tag: string, text: string): void {
    const kind = RECORDS[tag];
    if (this.#thing && tag === "item") this.#ready.push({ kind: "item", item: this.#thing });
    else if (this.#thing && kind) this.#ready.push({ kind, fields: this.#thing.fields });
    else if (this.#channel) this.#channel[tag] = text.trim();
    this.#thing = undefined;
  }

  #closeField(thing: Building, tag: string, text: string): void {
    const meta = this.#comment?.meta ?? thing.meta;
    switch (tag) {
      case "wp:comment":
        if (this.#comment) thing.comments.push(this.#comment);
        this.#comment = undefined;
        break;
      case "wp:postmeta":
      case "wp:commentmeta":
      case "wp:termmeta":
        break;
      case "wp:meta_key":
        this.#metaKey = text;
        break;
      case "wp:meta_value":
        meta.set(this.#metaKey, text);
        if (this.#metaKey === "_wp_old_slug") thing.oldSlugs.push(text);
        break;
      case "category":
        if (this.#term) thing.terms.push({ ...this.#term, name: text });
        this.#term = undefined;
        break;
      default:
        (this.#comment?.fields ?? thing.fields)[tag] = text;
    }
  }

  /** What the channel says of the site stands before the first record. */
  #endOfChannel(): void {
    if (!this.#channel) return;
    this.#ready.push({ kind: "channel", version: this.#version, fields: this.#channel });
    this.#channel = undefined;
  }

  get isComplete(): boolean {
    return this.#complete && this.#open.length === 0;
  }

  /** The records that are whole by now, once. */
  take(): WordPressRecord[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}
