/** What stands before a name in a line of names, given its place: "", ", " or " and ". */
export function joinedBy(position: number, names: number): string {
  if (position === 0) return "";
  return position === names - 1 ? " and " : ", ";
}

/** The line without affiliations: "By Ada Lim, Jo Park and Bo Li". Empty where nobody is named. */
export function bylineText(bylines: readonly { name: string }[]): string {
  if (bylines.length === 0) return "";
  return `By ${bylines.map(({ name }, position) => joinedBy(position, bylines.length) + name).join("")}`;
}
