import type { PageContext } from "./page-context.ts";

/** What came of rendering one page, before it is finished for readers. */
export type Rendered = {
  status: number;
  /** The media type, as in the Content-Type header. */
  type: string;
  body: Buffer;
  /** Where a redirecting page leads. */
  location: string | undefined;
};

/**
 * Renders the page at an address of this site. The address is all it is given: no header and no cookie of whoever asked
 * reaches a page that others will be shown. Rejects where the page could not be rendered.
 */
export type Render = (address: string, context: PageContext) => Promise<Rendered>;
