import type { Block, Document, Inline, Mark, Picture, TableCell, TextNode } from "#core/document";

export type PictureFile = { src: string; width: number; height: number };

export type DocumentHtmlOptions = {
  /** Where a kept picture's file is; a picture without an answer is written as its caption. */
  picture?: (picture: Picture) => PictureFile | undefined;
  /** "inline" is what our importer reads back; "foot" numbers the notes and lists them after the text, for readers. */
  footnotes?: "inline" | "foot";
};

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\u00a0": "&nbsp;",
};

/** Text as it stands in HTML, between tags or within a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"\u00a0]/g, (letter) => ESCAPES[letter] ?? letter);

/** A body as plain HTML without classes of ours, for feeds, exports and other people's systems. Never holds a script. */
export function htmlFromDocument(document: Document, options: DocumentHtmlOptions = {}): string {
  const notes: string[] = [];
  const writer = new Writing(options, notes);
  const text = document.content.map((block) => writer.block(block)).join("\n");
  if (notes.length === 0) return text;
  const list = notes.map((note, index) => `<li id="note-${index + 1}">${note}</li>`).join("\n");
  return `${text}\n<ol class="footnotes">\n${list}\n</ol>`;
}

const TAGS: Readonly<Record<Exclude<Mark["type"], "link">, string>> = {
  bold: "strong",
  italic: "em",
  strike: "s",
  code: "code",
  subscript: "sub",
  superscript: "sup",
};

class Writing {
  readonly options: DocumentHtmlOptions;
  readonly notes: string[];

  constructor(options: DocumentHtmlOptions, notes: string[]) {
    this.options = options;
    this.notes = notes;
  }

  block(block: Block): string {
    switch (block.type) {
      case "paragraph":
        return `<p>${this.line(block.content)}</p>`;
      case "heading":
        return `<h${block.attrs.level}>${this.line(block.content)}</h${block.attrs.level}>`;
      case "horizontalRule":
        return "<hr>";
      case "codeBlock": {
        const language = block.attrs?.language ? ` class="language-${escapeHtml(block.attrs.language)}"` : "";
        return `<pre><code${language}>${escapeHtml((block.content ?? []).map(({ text }) => text).join(""))}</code></pre>`;
      }
      case "bulletList":
        return `<ul>\n${this.items(block.content)}\n</ul>`;
      case "orderedList":
        return `<ol${block.attrs ? ` start="${block.attrs.start}"` : ""}>\n${this.items(block.content)}\n</ol>`;
      case "blockquote": {
        const source = block.attrs?.source ? `\n<cite>${escapeHtml(block.attrs.source)}</cite>` : "";
        return `<blockquote>\n${this.blocks(block.content)}${source}\n</blockquote>`;
      }
      case "pullQuote":
        return `<aside class="pull-quote">\n${this.blocks(block.content)}\n</aside>`;
      case "picture":
        return this.picture(block);
      case "embed": {
        const { href, title, description } = block.attrs;
        const more = description ? `<p>${escapeHtml(description)}</p>` : "";
        return `<div class="embed"><a href="${escapeHtml(href)}">${escapeHtml(title || href)}</a>${more}</div>`;
      }
      case "table": {
        const caption = block.attrs?.caption ? `<caption>${escapeHtml(block.attrs.caption)}</caption>\n` : "";
        const rows = block.content.map((row) => `<tr>${row.content.map((cell) => this.cell(cell)).join("")}</tr>`);
        return `<table>\n${caption}${rows.join("\n")}\n</table>`;
      }
    }
  }

  blocks = (blocks: readonly Block[]): string => blocks.map((block) => this.block(block)).join("\n");

  items = (items: readonly { content: Block[] }[]): string =>
    items.map(({ content }) => `<li>${this.loose(content)}</li>`).join("\n");

  /** A single paragraph in a cell or an item needs no tags of its own. */
  loose(blocks: readonly Block[]): string {
    const [first, ...rest] = blocks;
    if (first?.type !== "paragraph" || isAddressAlone(first.content)) return this.blocks(blocks);
    if (rest.length === 0) return this.line(first.content);
    return this.blocks(blocks);
  }

  cell(cell: TableCell): string {
    const tag = cell.type === "tableHeader" ? "th" : "td";
    const spans = (["colspan", "rowspan"] as const).map((name) => {
      const span = cell.attrs?.[name] ?? 1;
      return span > 1 ? ` ${name}="${span}"` : "";
    });
    return `<${tag}${spans.join("")}>${this.loose(cell.content)}</${tag}>`;
  }

  picture({ attrs, type }: Picture): string {
    const file = this.options.picture?.({ type, attrs });
    const credit = attrs.credit === "" ? "" : ` <span class="credit">${escapeHtml(attrs.credit)}</span>`;
    const words = `${escapeHtml(attrs.caption)}${credit}`.trim();
    const caption = words === "" ? "" : `<figcaption>${words}</figcaption>`;
    if (!file) return words === "" ? "" : `<p>${words}</p>`;
    const image = `<img src="${escapeHtml(file.src)}" alt="${escapeHtml(attrs.alt)}" width="${file.width}" height="${file.height}">`;
    return `<figure>${image}${caption}</figure>`;
  }

  line(content: readonly Inline[] = []): string {
    return content.map((node) => this.inline(node)).join("");
  }

  inline(node: Inline): string {
    if (node.type === "text") return markedText(node);
    if (node.type === "hardBreak") return "<br>";
    const note = (node.content ?? []).map(markedText).join("");
    if (this.options.footnotes !== "foot") return `<span class="footnote">${note}</span>`;
    this.notes.push(note);
    return `<sup><a href="#note-${this.notes.length}">${this.notes.length}</a></sup>`;
  }
}

const isAddressAlone = (content: readonly Inline[] = []): boolean =>
  content.length === 1 && content[0]?.type === "text" && /^https?:/.test(content[0].text);

function markedText({ text, marks }: TextNode): string {
  return (marks ?? []).reduceRight((inner, mark) => {
    if (mark.type === "link") return `<a href="${escapeHtml(mark.attrs.href)}">${inner}</a>`;
    return `<${TAGS[mark.type]}>${inner}</${TAGS[mark.type]}>`;
  }, escapeHtml(text));
}
