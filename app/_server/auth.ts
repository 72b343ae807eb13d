import type { NextAuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { SESSION_LONGEST } from "#core/staff";
import { keyedHash } from "#db/address-cipher";
import { transaction } from "#db/client";
import { takeSecondFactor } from "#db/second-factor";
import { endSessionOfCookie, findSession, openSession } from "#db/sessions";
import { checkPassword } from "#db/sign-in";
import { takePasskeyAnswer } from "./passkey-ceremony.ts";
import { unlessBusy } from "./unless-busy.ts";
import { cookieName, cookieOptions, currentDevice, currentVisitor, sessionCookie } from "./visitor.ts";

declare module "next-auth" {
  interface User {
    staffId: number;
    /** Given in this very step. */
    secondFactor: boolean;
    awaitsSecondFactor: boolean;
  }
  interface Session {
    staffId: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    staffId: number;
    /** Where the session is already open: the value in the cookie. */
    value?: string;
    secondFactor?: boolean;
    awaitsSecondFactor?: boolean;
  }
}

/**
 * next-auth's "jwt" sessions with a token of our own: `encode` stores a row under the hash of a random value and gives
 * the value out, `decode` looks it up. So a session can be ended, and no cookie says anything of whose it is.
 */
const jwt: NextAuthOptions["jwt"] = {
  async encode({ token }) {
    if (!token) throw new Error("A session has an owner.");
    if (token.value) return token.value;
    const now = new Date();
    const device = await currentDevice();
    const { staffId, secondFactor, awaitsSecondFactor = false } = token;
    return transaction(async (tx) =>
      openSession(tx, { staffId, device, awaitsSecondFactor, secondFactorAt: secondFactor ? now : null }, now),
    );
  },
  async decode({ token }) {
    const session = token ? await findSession(token, new Date()) : undefined;
    return session && token ? { staffId: session.staffId, name: session.name, value: token } : null;
  },
};

/** next-auth takes whatever is thrown for a refusal, and its message for the reason. */
const orRefusal = <Value>(deed: () => Promise<Value>): Promise<Value> =>
  unlessBusy(deed, () => {
    throw new Error("busy");
  });

/** The three ways in. Each refuses with one of our own words, which next-auth hands back as `error`. */
const providers: NextAuthOptions["providers"] = [
  CredentialsProvider({
    id: "password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(given) {
      const typed = { email: given?.email ?? "", password: given?.password ?? "" };
      const checked = await orRefusal(async () => checkPassword(typed, await currentVisitor(), new Date()));
      if (!checked.ok) throw new Error(checked.reason);
      const { staffId, hasSecondFactor } = checked.value;
      return { id: String(staffId), staffId, secondFactor: false, awaitsSecondFactor: hasSecondFactor };
    },
  }),
  CredentialsProvider({
    id: "second-factor",
    credentials: { session: {}, code: {} },
    async authorize(given) {
      const now = new Date();
      const session = await findSession(given?.session ?? "", now);
      if (!session) throw new Error("over");
      const taken = await orRefusal(() => takeSecondFactor(session.staffId, given?.code ?? "", now));
      if (!taken.ok) throw new Error(taken.reason);
      return inFull(session.staffId);
    },
  }),
  CredentialsProvider({
    id: "passkey",
    credentials: { answer: {} },
    async authorize(given) {
      const taken = await orRefusal(() => takePasskeyAnswer(given?.answer ?? "", new Date()));
      if (!taken.ok) throw new Error(taken.reason);
      return inFull(taken.value.staffId);
    },
  }),
];

const inFull = (staffId: number) => ({
  id: String(staffId),
  staffId,
  secondFactor: true,
  awaitsSecondFactor: false,
});

/** Made for each request, since names of cookies depend on how the browser speaks with us. */
export function authOptions(overHttps: boolean): NextAuthOptions {
  const cookie = (name: string) => ({ name: cookieName(name, overHttps), options: cookieOptions(overHttps) });
  return {
    providers,
    jwt,
    secret: keyedHash("next-auth", "secret"),
    session: { strategy: "jwt", maxAge: SESSION_LONGEST / 1_000 },
    useSecureCookies: overHttps,
    cookies: {
      sessionToken: { name: sessionCookie(overHttps), options: cookieOptions(overHttps) },
      csrfToken: cookie("desk-csrf"),
      callbackUrl: cookie("desk-callback"),
    },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    callbacks: {
      jwt: ({ token, user }): JWT =>
        user
          ? { staffId: user.staffId, secondFactor: user.secondFactor, awaitsSecondFactor: user.awaitsSecondFactor }
          : token,
      // No address, and nothing else a page does not need.
      session: ({ session, token }) => ({ expires: session.expires, staffId: token.staffId }),
    },
    events: {
      async signOut({ token }) {
        const { value } = token;
        if (value) await transaction(async (tx) => endSessionOfCookie(tx, value));
      },
    },
    logger: {
      error: (code, detail) => {
        // A cookie of a session that is over is no error of ours.
        if (code !== "JWT_SESSION_ERROR") console.error(`next-auth: ${code}`, detail);
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
