/** The line at the foot of every page: the sign stands before it once, also where somebody typed it. */
export const copyrightLine = (said: string): string =>
  /^(©|\(c\)|copyright\b)/i.test(said) ? said : `© ${said}`.trim();
