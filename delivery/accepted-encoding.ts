export type Encoding = "br" | "gzip" | "identity";

function preferred(accepts: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of accepts.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, weight === undefined ? 1 : Number.parseFloat(weight.slice(2)) || 0);
  }
  const weightOf = (name: Encoding) => weights.get(name) ?? (name === "identity" ? 0.001 : (weights.get("*") ?? 0));
  let best: Encoding = "identity";
  for (const candidate of ["br", "gzip"] as const) {
    if (weightOf(candidate) > 0 && weightOf(candidate) > weightOf(best)) best = candidate;
  }
  return best;
}

/** Browsers send a handful of different values, so each is read once; whoever invents more is read every time. */
const known = new Map<string, Encoding>();
const MOST_KNOWN = 200;

/** The encoding that an Accept-Encoding header (RFC 9110, 12.5.3) likes best of those we make; brotli before gzip. */
export function acceptedEncoding(accepts: string | undefined): Encoding {
  if (accepts === undefined) return "identity";
  let encoding = known.get(accepts);
  if (encoding === undefined) {
    encoding = preferred(accepts);
    if (known.size < MOST_KNOWN) known.set(accepts, encoding);
  }
  return encoding;
}
