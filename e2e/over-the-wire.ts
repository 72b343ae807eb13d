import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { brotliDecompressSync } from "node:zlib";

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string };

type Asked = { method?: string; headers?: OutgoingHttpHeaders; body?: string };

/** One request as it stands, on a connection of its own. `text` is what the answer says once it is unpacked (brotli). */
export const ask = (origin: string, path: string, { method = "GET", headers = {}, body }: Asked = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        const isPacked = response.headers["content-encoding"] === "br" && bytes.length > 0;
        const text = (isPacked ? brotliDecompressSync(bytes) : bytes).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });

/** Sends bytes as they are, and gathers what comes back until the other side hangs up. */
export const sendRaw = (origin: string, ...pieces: string[]) =>
  new Promise<string>((resolve) => {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece);
    });
    let heard = "";
    socket.on("data", (part) => {
      heard += part;
    });
    // Who is refused while still sending is hung up on.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard));
  });
