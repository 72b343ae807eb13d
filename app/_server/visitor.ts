import { cookies, headers } from "next/headers";
import { deviceName } from "#core/device";
import { networkOf } from "#core/networks";
import { environment } from "#db/environment";
import type { Visitor } from "#db/sign-in";

/** Whether the browser speaks https with us, whatever stands between. */
export async function isOverHttps(): Promise<boolean> {
  const { PUBLIC_URL } = environment();
  if (PUBLIC_URL) return PUBLIC_URL.startsWith("https:");
  return (await headers()).get("x-forwarded-proto") === "https";
}

/** With https a cookie is bound to this very host (`__Host-`); plain http, on the machine itself, has no such cookies. */
export const cookieName = (name: string, overHttps: boolean): string => (overHttps ? `__Host-${name}` : name);

export const sessionCookie = (overHttps: boolean) => cookieName("desk-session", overHttps);
const deviceCookie = (overHttps: boolean) => cookieName("desk-device", overHttps);

export const cookieOptions = (overHttps: boolean) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: overHttps }) as const;

/** What counting of tries may know of whoever sends this request. */
export async function currentVisitor(): Promise<Visitor> {
  const sent = await headers();
  const jar = await cookies();
  return {
    // Delivery has put the one address here that it believes, and nothing the sender claimed.
    network: networkOf(sent.get("x-forwarded-for")?.split(",").at(-1) ?? ""),
    knownDevice: jar.get(deviceCookie(await isOverHttps()))?.value,
  };
}

export async function currentDevice(): Promise<string> {
  return deviceName((await headers()).get("user-agent") ?? "");
}

/** Leaves the mark of a known device in the browser that has just signed in. */
export async function setDeviceCookie(value: string): Promise<void> {
  const overHttps = await isOverHttps();
  const year = 365 * 24 * 60 * 60;
  (await cookies()).set(deviceCookie(overHttps), value, { ...cookieOptions(overHttps), maxAge: year });
}

/**
 * Whether this request may change anything: a post that names our own origin. Next lets posts without an origin pass
 * with a warning; we do not, since every browser that can work at the desk sends one.
 */
export async function isOwnPost(): Promise<boolean> {
  const sent = await headers();
  const origin = sent.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { PUBLIC_URL } = environment();
  const host = sent.get("x-forwarded-host") ?? sent.get("host");
  return new URL(origin).host === host || (PUBLIC_URL !== undefined && new URL(PUBLIC_URL).origin === origin);
}

/** A request with a body, or one that calls an action: never the mere reading of a page. */
export async function isPost(): Promise<boolean> {
  const sent = await headers();
  return sent.has("next-action") || sent.has("content-type");
}
