import { createHash } from "node:crypto";
import type { Result } from "#core/result";
import { readSettings } from "#db/settings";
import type { Place } from "#exchange/api/records";
import { publicUrl } from "./public-url";

const HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  // What every reader sees, any page of any site may read.
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "public, max-age=0, must-revalidate",
};

/** Answers with JSON, or with 304 where the asker has these very bytes. */
export function apiResponse(request: Request, body: unknown, status = 200): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  if (status === 200 && request.headers.get("If-None-Match")?.includes(etag)) {
    return new Response(null, { status: 304, headers: { ...HEADERS, ETag: etag } });
  }
  return new Response(text, { status, headers: { ...HEADERS, ETag: etag } });
}

export async function apiPlace(): Promise<Place> {
  return { origin: publicUrl().origin, language: (await readSettings()).language };
}

type Listing = (given: Record<string, string>, place: Place, now: Date) => Promise<Result<object, string>>;

/** A route that lists. Whatever is wrong with the question is said in a sentence. */
export function apiListing(answer: Listing) {
  return async (request: Request): Promise<Response> => {
    const given = Object.fromEntries(new URL(request.url).searchParams);
    const answered = await answer(given, await apiPlace(), new Date());
    return answered.ok ? apiResponse(request, answered.value) : apiResponse(request, { message: answered.reason }, 400);
  };
}
