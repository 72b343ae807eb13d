/**
 * What comes from Word, Google Docs or a web page, as plain markup that the body's schema can read: emphasis that was
 * only a style becomes emphasis, Word's paragraphs that look like lists become lists, notes come to where they are
 * called, and every trace of the other program is gone. Runs in the browser, on what the clipboard gave.
 */
export function cleanPaste(html: string): string {
  const quiet = withoutStyles(html);
  // From this editor itself: it says what it is, and how deep it was cut.
  if (/\sdata-pm-slice=/.test(quiet)) return quiet;
  const page = new DOMParser().parseFromString(quiet.replace(/<!\[(?:if|endif)[^>]*>/g, ""), "text/html");
  const { body } = page;
  for (const element of [...body.querySelectorAll("style, script, meta, link, title, xml, o\\:p, img, svg, iframe")]) {
    element.remove();
  }
  for (const comment of commentsIn(body)) comment.remove();
  gatherNotes(body);
  makeLists(body);
  lowerHeadings(body);
  for (const element of [...body.querySelectorAll("span, b, i, strong, em, font")]) setEmphasis(element);
  for (const element of [...body.querySelectorAll("p, li, h2, h3, h4, td, th, a, ol, ul, table, div")]) {
    stripAttributes(element);
  }
  for (const paragraph of [...body.querySelectorAll("p")]) if (isBlank(paragraph)) paragraph.remove();
  return body.innerHTML;
}

/** The desk's policy lets no markup bring a style, not even unshown. What styles said is kept where nothing obeys it. */
const withoutStyles = (html: string) =>
  html
    .replace(/<style\b.*?<\/style\s*>/gis, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));

/** One declaration of what the style of an element said. */
function styleOf(element: Element, property: string): string {
  const said = element.getAttribute("data-style") ?? "";
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, "i").exec(said)?.[1]?.trim().toLowerCase() ?? "";
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
    // Its note was not copied along: the link would lead nowhere.
    if (!whole) {
      call.replaceWith(...call.childNodes);
      continue;
    }
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
    const level = Number(/level(\d)/.exec(styleOf(paragraph, "mso-list"))?.[1]);
    if (!level) {
      open.length = 0;
      continue;
    }
    const sign = [...paragraph.querySelectorAll("span")].find((span) => styleOf(span, "mso-list") === "ignore");
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
function setEmphasis(element: Element): void {
  if (element.classList.contains("footnote")) return;
  const [weight, slant, height] = [
    styleOf(element, "font-weight"),
    styleOf(element, "font-style"),
    styleOf(element, "vertical-align"),
  ];
  const inHeading = element.closest("h2, h3, h4") !== null;
  const tag = element.tagName;
  const isBold = weight ? /bold|[6-9]00/.test(weight) : tag === "B" || tag === "STRONG";
  const isItalic = slant ? /italic|oblique/.test(slant) : tag === "I" || tag === "EM";
  const wanted = [
    isBold && !inHeading ? "strong" : "",
    isItalic ? "em" : "",
    height === "super" ? "sup" : height === "sub" ? "sub" : "",
    /line-through/.test(styleOf(element, "text-decoration(?:-line)?")) ? "s" : "",
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
