/** A value as JSON that can stand in an element of HTML: no text in it can end the element or begin a comment. */
export const jsonInHtml = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
