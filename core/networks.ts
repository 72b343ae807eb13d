/*
 * IP addresses as the policy needs them. A household or a phone has a whole /64 of IPv6, so that is what counts as one
 * sender; of IPv4 it is the single address.
 */

/** The bits of an address: 32 or 128 of them as a number, or nothing where the text is no address. */
function bitsOf(text: string): { bits: bigint; size: 32 | 128 } | undefined {
  const address = text.trim().replace(/%.*$/, "").toLowerCase();
  const mapped = /^(?:::ffff:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  const dotted = mapped ?? address;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(dotted)) {
    const parts = dotted.split(".").map(Number);
    if (parts.some((part) => part > 255)) return undefined;
    return { bits: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n), size: 32 };
  }
  if (!/^[0-9a-f:]+$/.test(address) || !address.includes(":")) return undefined;
  const [head = "", tail, more] = address.split("::");
  if (more !== undefined) return undefined;
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const [before, after] = [groups(head), groups(tail ?? "")];
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...before, ...Array<string>(missing).fill("0"), ...after];
  if (all.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return { bits: all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n), size: 128 };
}

/** What counts as one sender: "192.0.2.7/32" or "2001:db8::/64" written out in full. Unknown addresses are themselves. */
export function networkOf(address: string): string {
  const known = bitsOf(address);
  if (!known) return address;
  if (known.size === 32) return `4:${known.bits.toString(16)}`;
  return `6:${(known.bits >> 64n).toString(16)}`;
}

/** Whether a text is an address or a network, such as "192.0.2.0/24" or "2001:db8::/32". */
export function isNetwork(text: string): boolean {
  return parseNetwork(text) !== undefined;
}

/** Whether a network is all addresses of its kind. */
export const isEverything = (text: string): boolean => parseNetwork(text)?.prefix === 0;

function parseNetwork(text: string) {
  const [address = "", length, more] = text.trim().split("/");
  const known = bitsOf(address);
  if (!known || more !== undefined || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const prefix = length === undefined ? known.size : Number(length);
  return prefix <= known.size ? { ...known, prefix } : undefined;
}

/** The first network of the list that an address is in. */
export function networkAround(address: string, networks: readonly string[]): string | undefined {
  if (networks.length === 0) return undefined;
  const known = bitsOf(address);
  if (!known) return undefined;
  return networks.find((text) => {
    const network = parseNetwork(text);
    if (!network || network.size !== known.size) return false;
    const rest = BigInt(network.size - network.prefix);
    return known.bits >> rest === network.bits >> rest;
  });
}
