import { randomBytes } from "node:crypto";

/** Headers as Node writes them without further work: name, value, name, value. */
export type RawHeaders = readonly string[];

/** A year, in seconds. */
export const YEAR = 31_536_000;

/** What no answer of ours may lack, whoever asks for what. */
const everywhere = [
  "X-Content-Type-Options",
  "nosniff",
  "Referrer-Policy",
  "strict-origin-when-cross-origin",
  "Permissions-Policy",
  "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()",
  "Cross-Origin-Opener-Policy",
  "same-origin",
] as const;

/** Of this host alone: what else there is under its name is not ours to speak for. */
const transport = ["Strict-Transport-Security", `max-age=${2 * YEAR}`] as const;

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; ");

/** Reader pages: our styles (those a page carries by their hash), fonts, pictures, the one script; nothing of others. */
const readerPolicy = (styles: string | undefined) =>
  policy({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": styles === undefined ? "'self'" : `'self' ${styles}`,
    "font-src": "'self'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  });

/** What is not a page can do nothing at all, even where a browser is talked into showing it as one. */
const filePolicy = policy({ "default-src": "'none'", "frame-ancestors": "'none'", sandbox: "" });

/** While the site is being worked on, the framework's own tools run inside the pages. */
const developmentPolicy = policy({
  "default-src": "'self'",
  "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "connect-src": "'self' ws: wss:",
  "frame-ancestors": "'none'",
});

/** A feed that is opened in a browser has a style sheet; it runs nothing and is not put into a frame. */
const feedPolicy = policy({ "default-src": "'none'", "style-src": "'self'", "frame-ancestors": "'none'" });

/** Feeds and cards are made to be shown by other sites; pages and what they load are ours alone. */
type Kind = "reader" | "file" | "shared-file" | "feed";

const policies: Partial<Record<Kind, string>> = {
  file: filePolicy,
  "shared-file": filePolicy,
  feed: feedPolicy,
};

function headersFor(kind: Kind, secure: boolean, styles: string | undefined): RawHeaders {
  return [
    ...everywhere,
    "Cross-Origin-Resource-Policy",
    kind === "shared-file" || kind === "feed" ? "cross-origin" : "same-origin",
    "Content-Security-Policy",
    policies[kind] ?? readerPolicy(styles),
    ...(secure ? transport : []),
  ];
}

const prepared = new Map<string, RawHeaders>();

/** The headers of a reader page or a file, `secure` where it goes over TLS; `styles` allows those a page carries. */
export function securityHeaders(kind: Kind, secure: boolean, styles?: string): RawHeaders {
  const name = `${kind} ${secure} ${styles}`;
  let headers = prepared.get(name);
  if (!headers) {
    headers = headersFor(kind, secure, styles);
    prepared.set(name, headers);
  }
  return headers;
}

/**
 * The headers of a page that React runs in (the desk, signing in) and the policy that names their nonce. The framework
 * reads the nonce from the policy of the request and puts it on each of its scripts. A draft's preview alone may stand in
 * a frame, of the desk.
 */
export function applicationHeaders(
  secure: boolean,
  development: boolean,
  isFramed = false,
): { headers: RawHeaders; policy: string } {
  const nonce = `'nonce-${randomBytes(16).toString("base64")}'`;
  const csp = policy({
    "default-src": "'self'",
    "script-src": `'self' ${nonce} 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": `'self' ${development ? "'unsafe-inline'" : nonce}`,
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": `'self'${development ? " ws: wss:" : ""}`,
    "object-src": "'none'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": isFramed ? "'self'" : "'none'",
  });
  const headers = [...everywhere, "Cross-Origin-Resource-Policy", "same-origin", "Content-Security-Policy", csp];
  return { headers: secure ? [...headers, ...transport] : headers, policy: csp };
}

/** The headers of a reader page while the site is being worked on. */
export const developmentHeaders: RawHeaders = [...everywhere, "Content-Security-Policy", developmentPolicy];
