/**
 * The address of a site that pictures may be fetched from at somebody's word: http or https, by a public name. A machine
 * of the house's own network is not a site. Undefined for anything else.
 */
export function oldSiteAddress(typed: string): string | undefined {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const { origin, hostname, port, username, password } = new URL(address);
  const isPublicName =
    /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(hostname) && !/\.(?:localhost|local|internal|home|lan)$/.test(hostname);
  return isPublicName && port === "" && username === "" && password === "" ? origin : undefined;
}
