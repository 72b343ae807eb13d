import { AsyncLocalStorage } from "node:async_hooks";
import type { PageTag } from "#core/page-tags";

/**
 * What a page tells delivery while it is rendered, and what delivery tells the page. This is the one file of delivery
 * that `app` may import. Next carries a copy of this module of its own, so the storage is one per process.
 */
export type PageContext = {
  /** What the page shows; a deed that names one of these makes it stale. */
  tags: Set<PageTag>;
  /** The next moment at which the page changes by the clock alone (an embargo lifts), in milliseconds. */
  changesAt: number;
  /** What a reader has just sent with a form and why it was refused, for the page that answers. */
  form: ReaderForm | undefined;
};

/** A reader's form on its way back to its sender: nothing here is ever kept or shown to anyone else. */
export type ReaderForm = {
  name: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

const place = Symbol.for("national-update.page-context");
const processWide = globalThis as { [place]?: AsyncLocalStorage<PageContext> };
processWide[place] ??= new AsyncLocalStorage<PageContext>();
const storage = processWide[place];

export function newPageContext(form?: ReaderForm): PageContext {
  return { tags: new Set(), changesAt: Number.POSITIVE_INFINITY, form };
}

export const withPageContext = <Value>(context: PageContext, render: () => Value): Value =>
  storage.run(context, render);

/** Declares what the page under way shows. Outside of a page (the desk, an answer to a program) it does nothing. */
export function dependsOn(...tags: PageTag[]): void {
  const context = storage.getStore();
  if (context) for (const tag of tags) context.tags.add(tag);
}

/** Declares that the page under way changes by itself at a moment. */
export function changesAt(moment: Date | undefined): void {
  const context = storage.getStore();
  if (context && moment) context.changesAt = Math.min(context.changesAt, moment.getTime());
}

/** The form that this page answers, if it is the one of that name. */
export function answeredForm(name: string): ReaderForm | undefined {
  const form = storage.getStore()?.form;
  return form?.name === name ? form : undefined;
}
