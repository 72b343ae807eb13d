import { lookup } from "node:dns";
import { type ClientRequest, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { accept, type Result, refuse } from "#core/result";

/** Why an address elsewhere told nothing: it may not be asked, nobody answered, or the answer was a refusal. */
export type AddressRefusal = "not-public" | "no-answer" | "refused";

export type WebPage = { status: number; title: string; description: string };

const PATIENCE = 5_000;
const MOST_HOPS = 3;
/** A page's title stands near its beginning. */
const MOST_BYTES = 256 * 1024;

/**
 * Asks an address of the web what is there, for links that people put into articles. Only http and https to public
 * networks is asked, at every step of a redirect and for the very address that is connected to, so that nobody can make
 * the desk knock on the doors of the house it stands in.
 */
export async function askWebAddress(href: string): Promise<Result<WebPage, AddressRefusal>> {
  let address = href;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const url = publicAddress(address);
    if (!url) return refuse("not-public");
    const answer = await ask(url);
    if (!answer.ok) return answer;
    const { status, location, html } = answer.value;
    if (status >= 300 && status < 400 && location && URL.canParse(location, url)) {
      address = new URL(location, url).href;
      continue;
    }
    return status < 400 ? accept({ status, ...headOf(html) }) : refuse("refused");
  }
  return refuse("no-answer");
}

function publicAddress(href: string): URL | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  if (url.port !== "" && !["80", "443", "8080", "8443"].includes(url.port)) return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) && !isPublic(host) ? undefined : url;
}

/** Neither this machine nor its neighbours, in any of the ways in which their addresses can be written. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

const publicLookup: LookupFunction = (host, options, found) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const open = error ? [] : addresses.filter(({ address }) => isPublic(address));
    const [first] = open;
    if (error || !first) return found(error ?? new Error(`${host} is not public`), "", 4);
    if (options.all) found(null, open);
    else found(null, first.address, first.family);
  });
};

type Answer = { status: number; location: string | undefined; html: string };

function ask(url: URL): Promise<Result<Answer, AddressRefusal>> {
  return new Promise((resolve) => {
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const headers = { Accept: "text/html", "User-Agent": "NationalUpdate (link check)" };
    const request: ClientRequest = send(url, { headers, lookup: publicLookup, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () => {
        clearTimeout(patience);
        request.destroy();
        resolve(
          accept({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            html: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      };
      if (!response.headers["content-type"]?.includes("html")) return done();
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MOST_BYTES) done();
      });
      response.on("end", done);
      response.on("error", () => resolve(refuse("no-answer")));
    });
    const patience = setTimeout(() => request.destroy(new Error("too slow")), PATIENCE);
    request.on("error", (error) => {
      clearTimeout(patience);
      resolve(refuse(/is not public$/.test(error.message) ? "not-public" : "no-answer"));
    });
    request.end();
  });
}

/** What a page says of itself: the words made for sharing before its title. */
export function headOf(html: string): { title: string; description: string } {
  const said = new Map<string, string>();
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ("tagName" in node && node.tagName === "meta") {
      const attribute = (name: string) => node.attrs.find((attr) => attr.name === name)?.value ?? "";
      const name = (attribute("property") || attribute("name")).toLowerCase();
      if (name && !said.has(name)) said.set(name, attribute("content"));
    }
    if ("tagName" in node && node.tagName === "title" && !said.has("title")) {
      said.set("title", node.childNodes.map((child) => ("value" in child ? child.value : "")).join(""));
    }
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  const line = (...names: string[]) =>
    names.map((name) => said.get(name)?.replace(/\s+/g, " ").trim() ?? "").find((words) => words !== "") ?? "";
  return {
    title: line("og:title", "title").slice(0, 500),
    description: line("og:description", "description").slice(0, 1_000),
  };
}
