/**
 * What comes from Word, Google Docs or a web page, as plain markup that the body's schema can read: emphasis that was
 * only a style becomes emphasis, Word's paragraphs that look like lists become lists, notes come to where they are
 * called, and every trace of the other program is gone. Runs in the browser, on what the clipboard gave.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<!\[(?:if|endif)[^>]*>/g, ""), "text/html");
  const { body } = page;
  for (const element of [...body.querySelectorAll("style, script, meta, link, title, xml, o\\:p, img, svg, iframe")]) {
    element.remove();
  }
  for (const comment of commentsIn(body)) comment.remove();
  gatherNotes(body);
  makeLists(body);
  lowerHeadings(body);
  for (const element of [...body.querySelectorAll("span, b, i, strong, em, font")]) setEmphasis(element as HTMLElement);
  for (const element of [...body.querySelectorAll("p, li, h2, h3, h4, td, th, a, ol, ul, table, div")]) {
    stripAttributes(element);
  }
  for (const paragraph of [...body.querySelectorAll("p")]) if (isBlank(paragraph)) paragraph.remove();
  return body.innerHTML;
}

function commentsIn(body: HTMLElement): Comment[] {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Comment[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode as Comment);
  return comments;
}

const isBlank = (element: Element) =>
  (element.textContent ?? "").replace(/[\s\u00a0]/g, "") === "" && !element.querySelector("br + br, .footnote");

/** Word calls a note `#_ftn1` (at the end: `#_edn1`), Google Docs `#ftnt1`. */
function gatherNotes(body: HTMLElement): void {
  for (const call of [
    ...body.querySelectorAll<HTMLAnchorElement>('a[href*="#_ftn"], a[href*="#_edn"], a[href*="#ftnt"]'),
  ]) {
    const name = call.getAttribute("href")?.split("#")[1] ?? "";
    if (/ref\d+$/.test(name)) continue;
    const note = body.querySelector(`[id="${name.replace(/^_/, "")}"], a[name="${name}"], a[id="${name}"]`);
    const whole = note?.closest("div[id], p, li") ?? note;
    if (!whole) continue;
    const text = (whole.textContent ?? "")
      .replace(/\s+/g, " ")
      .replace(/^\s*\[?\w+\]?\s*/, "")
      .trim();
    const footnote = body.ownerDocument.createElement("span");
    footnote.className = "footnote";
    footnote.textContent = text;
    (call.closest("sup") ?? call).replaceWith(footnote);
    whole.remove();
  }
}

/** Word writes a list as paragraphs whose style names the list and the level; the sign is typed in front. */
function makeLists(body: HTMLElement): void {
  const { ownerDocument } = body;
  const open: { list: HTMLElement; level: number }[] = [];
  for (const paragraph of [...body.querySelectorAll<HTMLElement>("p")]) {
    const level = Number(/mso-list:[^;]*level(\d)/i.exec(paragraph.getAttribute("style") ?? "")?.[1]);
    if (!level) {
      open.length = 0;
      continue;
    }
    const sign = [...paragraph.querySelectorAll("span")].find((span) =>
      /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""),
    );
    const isNumbered = /^[\s\u00a0]*[0-9a-z]+[.)]/i.test(sign?.textContent ?? "");
    sign?.remove();
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const item = ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    const within = open.at(-1);
    if (within?.level === level) {
      within.list.append(item);
      paragraph.remove();
      continue;
    }
    const list = ownerDocument.createElement(isNumbered ? "ol" : "ul");
    list.append(item);
    const parent = within?.list.lastElementChild;
    if (parent) {
      parent.append(list);
      paragraph.remove();
    } else paragraph.replaceWith(list);
    open.push({ list, level });
  }
}

/** The headline is the page's only first-level heading. Google Docs pastes a document's title as one. */
function lowerHeadings(body: HTMLElement): void {
  const names: Record<string, string> = { H5: "h4", H6: "h4" };
  if (body.querySelector("h1")) Object.assign(names, { H1: "h2", H2: "h3", H3: "h4" });
  for (const heading of [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")]) {
    const name = names[heading.tagName];
    if (name) rename(heading, name);
  }
}

function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Reads the style instead of the tag: Google Docs wraps everything in a `b` that is not bold, and says bold in spans. */
function setEmphasis(element: HTMLElement): void {
  if (element.classList.contains("footnote")) return;
  const { fontWeight, fontStyle, verticalAlign, textDecoration, textDecorationLine } = element.style;
  const inHeading = element.closest("h2, h3, h4") !== null;
  const tag = element.tagName;
  const isBold = fontWeight ? /bold|[6-9]00/.test(fontWeight) : tag === "B" || tag === "STRONG";
  const isItalic = fontStyle ? /italic|oblique/.test(fontStyle) : tag === "I" || tag === "EM";
  const wanted = [
    isBold && !inHeading ? "strong" : "",
    isItalic ? "em" : "",
    verticalAlign === "super" ? "sup" : verticalAlign === "sub" ? "sub" : "",
    /line-through/.test(textDecoration || textDecorationLine) ? "s" : "",
  ].filter(Boolean);
  const holder = element.ownerDocument.createDocumentFragment();
  let inner: Node = holder;
  for (const name of wanted) inner = inner.appendChild(element.ownerDocument.createElement(name));
  for (const child of [...element.childNodes]) inner.appendChild(child);
  element.replaceWith(holder);
}

function stripAttributes(element: Element): void {
  const kept = new Set(["href", "colspan", "rowspan", "start"]);
  for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name);
  const href = element.getAttribute("href");
  // Google wraps every address that leads out of a document.
  if (href?.startsWith("https://www.google.com/url?")) {
    element.setAttribute("href", new URL(href).searchParams.get("q") ?? href);
  }
}
