import type { IncomingMessage } from "node:http";
import { accept, type Result, refuse } from "#core/result";

export type BodyRefusal = "too-large" | "too-slow" | "unreadable" | "broken-off";

/** How much may be sent, and how long a sender may take over what is held. */
export type BodyLimits = { bytes: number; ms: number };

/** Forms and what scripts send are smaller; what is larger is an upload, which nobody should have to keep in memory. */
const HELD = 256 * 1024;

/** Of what passes as it comes, so much has to come in each turn: any line has that, also one that is gone for a moment. */
const usualPace = { bytes: 30 * 1024, ms: 30_000 };

/**
 * Waits for the whole body of a request and leaves it to be read by who answers, who so never meets one that breaks off,
 * comes by drops or is not what its type says. Of one that is larger than what is held, that is known only once it is
 * read: it passes as it comes; beyond `bytes`, or where it comes slower than `pace`, its connection ends. To be called
 * before anything else is waited for.
 */
export function holdBody(
  request: IncomingMessage,
  { bytes, ms }: BodyLimits,
  pace = usualPace,
): Promise<Result<void, BodyRefusal>> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > bytes) return Promise.resolve(refuse("too-large"));
  const push = request.push.bind(request);
  let received = 0;
  const passOn = (chunk: Uint8Array | null) => {
    received += chunk?.length ?? 0;
    if (received <= bytes) return push(chunk);
    request.destroy();
    return false;
  };
  const pass = () => {
    request.push = passOn;
    if (request.complete) return;
    let before = received;
    const turns = setInterval(() => {
      // What came and nobody has read yet holds up the rest: then it is not the sender who is slow.
      const isSlow = received - before < pace.bytes && request.readableLength === 0;
      before = received;
      if (isSlow && !request.complete) request.destroy();
      if (request.complete || request.destroyed) clearInterval(turns);
    }, pace.ms).unref();
  };
  if (announced > HELD) {
    pass();
    return Promise.resolve(accept(undefined));
  }
  return new Promise((resolve) => {
    const held: Uint8Array[] = [];
    const settle = (result: Result<void, BodyRefusal>) => {
      clearTimeout(timer);
      request.off("close", left);
      if (result.ok) for (const chunk of held) push(chunk);
      if (result.ok) pass();
      else request.push = () => true;
      resolve(result);
    };
    const left = () => settle(refuse("broken-off"));
    const timer = setTimeout(() => settle(refuse("too-slow")), ms);
    request.once("close", left);
    request.push = (chunk: Uint8Array | null) => {
      if (chunk === null) {
        request.push = () => true;
        isWhatItSays(request, Buffer.concat(held)).then((isFine) => {
          settle(isFine ? accept(undefined) : refuse("unreadable"));
          push(null);
        });
        return true;
      }
      received += chunk.length;
      held.push(chunk);
      if (received > bytes) settle(refuse("too-large"));
      else if (received > HELD) settle(accept(undefined));
      return true;
    };
  });
}

/** Whether a body can be read as what its type says, as far as types are read here. */
async function isWhatItSays({ headers }: IncomingMessage, body: Buffer<ArrayBuffer>): Promise<boolean> {
  const type = headers["content-type"] ?? "";
  const isAction = headers["next-action"] !== undefined;
  try {
    if (/^multipart\/form-data\b/i.test(type)) {
      const form = await new Response(body, { headers: { "content-type": type } }).formData();
      // The arguments of an action stand in the first of its fields.
      if (isAction) JSON.parse(String(form.get("0") ?? ""));
    } else if (isAction || /^application\/json\b/i.test(type)) JSON.parse(body.toString());
    return true;
  } catch {
    return false;
  }
}
