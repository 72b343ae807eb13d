import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { after } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FormHandler } from "#delivery/forms/form-answer";
import type { PageContext } from "#delivery/page-context";
import { newPublication, type PublicationGiven } from "#delivery/publication";
import type { Rendered } from "#delivery/render";
import { StaticFiles } from "#delivery/static-files";
import { ProxyTrust } from "#delivery/trusted-proxy";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer };
type Asked = { method?: string; headers?: OutgoingHttpHeaders; body?: string };

/** A page as the framework would render it. */
export const html = (words: string, head = ""): Rendered => ({
  status: 200,
  type: "text/html; charset=utf-8",
  body: Buffer.from(
    `<!DOCTYPE html><html><head>${head}</head><body><p>${words}</p><script>framework()</script></body></html>`,
  ),
  location: undefined,
});

export const notFound: Rendered = { ...html("framework's own 404"), status: 404 };

export type Pages = (address: string, context: PageContext) => Rendered | Promise<Rendered>;

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === "br") return brotliDecompressSync(bytes).toString();
  return (encoding === "gzip" ? gunzipSync(bytes) : bytes).toString();
}

/** Everything is where it is asked for, and nothing else is to come. */
export const addresses: PublicationGiven["addresses"] = {
  findRedirect: async () => undefined,
  nextAppearance: async () => undefined,
  findStanding: async () => ({ kind: "there" }),
};

/** A real server on a free port in front of pages that a test makes up. It is stopped when the test file ends. */
export async function runPublication(pages: Pages, given: Partial<PublicationGiven> = {}) {
  const rendered: string[] = [];
  const logged: { words: string; fields: object }[] = [];
  const views: number[] = [];
  const note = (fields: object, words: string) => void logged.push({ words, fields });
  const publication = newPublication({
    render: async (address, context) => {
      rendered.push(address);
      return pages(address, context);
    },
    application: async (asked, response) =>
      void response.end(JSON.stringify({ url: asked.url, headers: asked.headers })),
    forms: {} as Record<string, FormHandler>,
    oneClick: () => undefined,
    addresses,
    maybeShown: async () => true,
    viewed: (articleId) => void views.push(articleId),
    trust: new ProxyTrust([], undefined),
    log: {
      debug: () => undefined,
      info: note,
      warn: note,
      error: note,
      fatal: note,
    } as unknown as PublicationGiven["log"],
    files: new StaticFiles(() => undefined),
    mediaFolder: "/nowhere",
    publicUrl: undefined,
    cacheBytes: 8 * 1024 * 1024,
    caching: { seconds: 60, whileRevalidating: 30 },
    head: '<script src="/assets/reader.js" defer></script>',
    pageHeaders: [],
    isReady: () => true,
    development: false,
    ...given,
  });
  await new Promise<void>((resolve) => publication.server.listen(0, "127.0.0.1", resolve));
  const { port } = publication.server.address() as AddressInfo;
  after(() => {
    publication.server.closeAllConnections();
    publication.server.close();
  });

  const ask = (path: string, { method = "GET", headers = {}, body }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ port, host: "127.0.0.1", path, method, headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(parts);
          const text = bytes.length > 0 ? unpacked(bytes, response.headers["content-encoding"]) : "";
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, bytes });
        });
      });
      asked.on("error", reject);
      asked.end(body);
    });
  return { ...publication, ask, port, rendered, logged, views };
}

/** A promise and what settles it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
