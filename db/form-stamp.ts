import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "./address-cipher.ts";

const DAY = 86_400_000;

/*
 * Says that a form is one that we printed, for this article. Pages are kept and shown to everybody, so a stamp cannot tell
 * how long one reader took; it tells a form that was made up, or made for another article, from ours. It changes once a
 * day, so that a page rendered again on the same day has the same bytes.
 */

const sign = (articleId: number, day: number) => keyedHash("form-stamp", `${articleId}:${day}`).slice(0, 22);

export function formStamp(articleId: number, now: Date): string {
  const day = Math.floor(now.getTime() / DAY);
  return `${day.toString(36)}.${sign(articleId, day)}`;
}

/** Days since the form was printed, or undefined where it is not one of ours. */
export function ageOfStamp(stamp: string, articleId: number, now: Date): number | undefined {
  const [day = "", signature = ""] = stamp.split(".");
  const printed = Number.parseInt(day, 36);
  if (!Number.isSafeInteger(printed) || signature.length !== 22) return undefined;
  const expected = Buffer.from(sign(articleId, printed));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Math.floor(now.getTime() / DAY) - printed;
}
