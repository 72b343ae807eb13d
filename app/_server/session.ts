import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { may, type Permission, type Role } from "#core/permissions";
import { findSession, type OpenSession } from "#db/sessions";
import { readSettings } from "#db/settings";
import { isOverHttps, isOwnPost, isPost, sessionCookie } from "./visitor.ts";

/** Whoever works at the desk in this request, as the database has them now. Serves as the actor of deeds. */
export type DeskStaff = {
  staffId: number;
  name: string;
  role: Role;
  contributorId: number | null;
  /** Names the session at hand among a person's sessions. */
  sessionHash: string;
  hasSecondFactor: boolean;
};

/** Once for each request, however many parts of a page ask. */
export const readSession = cache(async (): Promise<OpenSession | undefined> => {
  const value = (await cookies()).get(sessionCookie(await isOverHttps()))?.value;
  return value ? findSession(value, new Date()) : undefined;
});

const asStaff = ({ hash, secondFactorAt: _, ...session }: OpenSession): DeskStaff => ({
  ...session,
  sessionHash: hash,
});

const isWhole = (session: OpenSession) => !session.hasSecondFactor || session.secondFactorAt !== null;

const mustEnrol = async (session: OpenSession) =>
  !session.hasSecondFactor && may(session.role, "article:publish") && (await readSettings()).secondFactorForPublishers;

/**
 * Whoever is signed in, wholly, and may do this; undefined otherwise. For what answers scripts with a status instead of
 * a page: the editor's saves, say, which keep the words and offer to sign in again in place.
 */
export async function findDeskStaff(permission: Permission): Promise<DeskStaff | undefined> {
  if ((await isPost()) && !(await isOwnPost())) return undefined;
  const session = await readSession();
  if (!session || !isWhole(session) || !may(session.role, permission) || (await mustEnrol(session))) return undefined;
  return asStaff(session);
}

/**
 * Lets pass whoever may do this. Every page, route and action of the desk calls it before anything else; a test holds
 * them to it. Who is not signed in is sent to do so and brought back; who may not do this gets the page that does not
 * exist; a post from elsewhere, or from nowhere, is one of those.
 */
export async function requireStaff(permission: Permission): Promise<DeskStaff> {
  const session = await requireSession();
  if (await mustEnrol(session)) redirect("/desk/account/second-factor");
  if (!may(session.role, permission)) notFound();
  return asStaff(session);
}

/** For the pages of one's own account: the same, save that a second factor may still be missing there. */
export async function requireAccount(): Promise<DeskStaff> {
  return asStaff(await requireSession());
}

/**
 * Whether scripts of ours have sent a form for somebody whose session has ended. They can show that beside the words that
 * were typed; a browser without them is led to sign in.
 */
export async function isSignedOutBeside(): Promise<boolean> {
  return (await headers()).has("next-action") && (await isOwnPost()) && !(await readSession());
}

/** For forms of people who are not signed in yet. */
export async function requireOwnPost(): Promise<void> {
  if (!(await isOwnPost())) notFound();
}

async function requireSession(): Promise<OpenSession> {
  if (await isPost()) await requireOwnPost();
  const session = await readSession();
  if (!session) redirect(`/sign-in${await andBack()}`);
  if (!isWhole(session)) redirect(`/sign-in/second-factor${await andBack()}`);
  return session;
}

/** Where to go on after signing in: delivery notes the path of each request, and an action comes from its page. */
async function andBack(): Promise<string> {
  const sent = await headers();
  const asked = (await isPost()) ? sent.get("referer") : sent.get("x-request-path");
  if (!asked || !URL.canParse(asked, "http://localhost")) return "";
  const from = new URL(asked, "http://localhost");
  from.searchParams.delete("_rsc");
  const path = deskPath(from.pathname + from.search);
  return path === "/desk" ? "" : `?next=${encodeURIComponent(path)}`;
}

/** A path of the desk that somebody asked to be brought to; anything else is the desk's first page. */
export function deskPath(next: string | undefined): string {
  return next !== undefined && /^\/(?:desk|sign-in\/again)(?:[/?#]|$)/.test(next) && !/[\\\s]/.test(next)
    ? next
    : "/desk";
}
