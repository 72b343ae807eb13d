import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { SESSION_LONGEST } from "#core/staff";
import { transaction } from "#db/client";
import { environment } from "#db/environment";
import { rememberDevice } from "#db/known-device";
import { endSessionOfCookie, findSession } from "#db/sessions";
import { authOptions } from "./auth.ts";
import { cookieName, cookieOptions, isOverHttps, sessionCookie, setDeviceCookie } from "./visitor.ts";

type Way = "password" | "second-factor" | "passkey";

const csrfBody = z.object({ csrfToken: z.string() });
const callbackBody = z.object({ url: z.string() });

/**
 * Signs in through next-auth from within a Server Action, as next-auth's own script does from a browser: it asks for a
 * token, posts the credentials with it, and takes the cookie. So our form needs no script, and there is one way in.
 * Returns the word with which next-auth or a provider refused, or undefined.
 */
export async function signInThrough(way: Way, credentials: Record<string, string>): Promise<string | undefined> {
  const overHttps = await isOverHttps();
  const jar = await cookies();
  const csrfCookie = cookieName("desk-csrf", overHttps);
  const first = await ask(["csrf"], overHttps);
  const { csrfToken } = csrfBody.parse(await first.json());
  const csrfValue = cookieIn(first, csrfCookie);
  if (csrfValue) jar.set(csrfCookie, csrfValue, cookieOptions(overHttps));
  const before = jar.get(sessionCookie(overHttps))?.value;
  const answer = await ask(["callback", way], overHttps, { ...credentials, csrfToken, json: "true" });
  jar.delete(csrfCookie);
  const value = cookieIn(answer, sessionCookie(overHttps));
  if (!value) return refusalIn(callbackBody.parse(await answer.json()).url);
  await setSessionCookie(value, overHttps);
  if (before) await transaction(async (tx) => endSessionOfCookie(tx, before));
  const session = await findSession(value, new Date());
  if (session && (!session.hasSecondFactor || session.secondFactorAt)) {
    await setDeviceCookie(await rememberDevice(session.staffId, new Date()));
  }
  return undefined;
}

async function ask(path: string[], overHttps: boolean, body?: Record<string, string>): Promise<Response> {
  const { PUBLIC_URL, PORT } = environment();
  const address = new URL(`/api/auth/${path.join("/")}`, PUBLIC_URL ?? `http://localhost:${PORT}`);
  const request = new NextRequest(
    address,
    body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    },
  );
  return NextAuth(request, { params: Promise.resolve({ nextauth: path }) }, authOptions(overHttps));
}

function cookieIn(response: Response, name: string): string | undefined {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const equals = pair.indexOf("=");
    if (pair.slice(0, equals) === name) return decodeURIComponent(pair.slice(equals + 1)) || undefined;
  }
  return undefined;
}

const refusalIn = (url: string): string =>
  new URL(url, "http://localhost").searchParams.get("error") ?? "CredentialsSignin";

/** Puts the value of a session that was opened in the place of another into this browser. */
export async function replaceSession(staffId: number, value: string): Promise<void> {
  const overHttps = await isOverHttps();
  await setSessionCookie(value, overHttps);
  await setDeviceCookie(await rememberDevice(staffId, new Date()));
}

async function setSessionCookie(value: string, overHttps: boolean): Promise<void> {
  const maxAge = SESSION_LONGEST / 1_000;
  (await cookies()).set(sessionCookie(overHttps), value, { ...cookieOptions(overHttps), maxAge });
}

/** The value in this browser's cookie; "" where there is none. */
export async function sessionValue(): Promise<string> {
  return (await cookies()).get(sessionCookie(await isOverHttps()))?.value ?? "";
}

/** Ends the session of this browser, in the database and in the cookie. */
export async function signOutHere(): Promise<void> {
  const jar = await cookies();
  const name = sessionCookie(await isOverHttps());
  const value = jar.get(name)?.value;
  if (value) await transaction(async (tx) => endSessionOfCookie(tx, value));
  jar.delete(name);
}
