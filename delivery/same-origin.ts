import type { IncomingMessage } from "node:http";

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);

/**
 * Whether a form was sent by a page of this site. Browsers name where a POST comes from and no page can forge it, so a
 * request that names nothing, or somewhere else, is refused. `hosts` are the names this site goes by.
 */
export function isFromThisSite(request: IncomingMessage, hosts: readonly string[]): boolean {
  const site = single(request.headers["sec-fetch-site"]);
  if (site !== undefined && site !== "same-origin") return false;
  const origin = single(request.headers.origin);
  const host = origin === undefined ? undefined : hostOf(origin);
  return host !== undefined && hosts.includes(host);
}
