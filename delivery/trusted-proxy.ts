import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

const parse = (address: string) => (ipaddr.isValid(address) ? ipaddr.process(address) : undefined);

function asNetwork(entry: string): Network {
  if (entry.includes("/")) return ipaddr.parseCIDR(entry);
  const address = ipaddr.process(entry);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Who sent a request, as far as that can be trusted. */
export type Sender = {
  address: string;
  /** Whether the sender's connection is over TLS, also where a proxy of ours ends it. */
  secure: boolean;
  /** The host the sender asked for. */
  host: string;
};

/**
 * Reads who sent a request. Forwarding headers are believed of a peer in `trusted` alone, and of the addresses they name
 * only the last one that no trusted proxy has: what stands before it anyone can write.
 */
export class ProxyTrust {
  readonly #trusted: Network[];
  /** Whether every reader comes over TLS, also one whose request could not be read. */
  readonly alwaysSecure: boolean;

  /** `trusted` are addresses or networks; `publicUrl` tells whether readers come over TLS whatever a request says. */
  constructor(trusted: readonly string[], publicUrl: string | undefined) {
    this.#trusted = trusted.map(asNetwork);
    this.alwaysSecure = publicUrl?.startsWith("https:") ?? false;
  }

  /** The quick question, asked of every request. */
  isSecure(request: IncomingMessage): boolean {
    if (this.alwaysSecure) return true;
    if (this.#trusted.length === 0 || request.headers["x-forwarded-proto"] === undefined) return false;
    return this.sender(request).secure;
  }

  sender(request: IncomingMessage): Sender {
    const peer = request.socket.remoteAddress ?? "";
    const host = request.headers.host ?? "localhost";
    if (!this.#isTrusted(peer)) return { address: normal(peer), secure: this.alwaysSecure, host };
    const named = (single(request.headers["x-forwarded-for"]) ?? "").split(",").map((part) => part.trim());
    const address = named.reverse().find((candidate) => parse(candidate) && !this.#isTrusted(candidate));
    const protocol = single(request.headers["x-forwarded-proto"])?.split(",")[0]?.trim();
    return {
      address: normal(address ?? peer),
      secure: this.alwaysSecure || protocol === "https",
      host: single(request.headers["x-forwarded-host"])?.split(",")[0]?.trim() || host,
    };
  }

  #isTrusted(address: string): boolean {
    const parsed = parse(address);
    return (
      parsed !== undefined &&
      this.#trusted.some((network) => parsed.kind() === network[0].kind() && parsed.match(network))
    );
  }
}

const normal = (address: string) => parse(address)?.toString() ?? "";
