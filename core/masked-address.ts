/** An address as moderators see it: "j•••@e•••.org". Its length is not told either. */
export function maskedAddress(address: string): string {
  const [name = "", host = ""] = address.split("@");
  const dot = host.lastIndexOf(".");
  const [domain, ending] = dot === -1 ? [host, ""] : [host.slice(0, dot), host.slice(dot)];
  return `${[...name][0] ?? ""}•••@${[...domain][0] ?? ""}•••${ending}`;
}
