import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { headers } from "next/headers";
import { z } from "zod";
import { accept, type Result, refuse } from "#core/result";
import { environment } from "#db/environment";
import {
  addPasskey,
  findPasskey,
  listPasskeyIds,
  markPasskeyUsed,
  rememberChallenge,
  takeChallenge,
} from "#db/passkeys";
import { isOverHttps } from "./visitor.ts";

/** The publication as authenticators know it: passkeys are bound to its host, answers to its origin. */
async function relyingParty(): Promise<{ origin: string; id: string }> {
  const { PUBLIC_URL } = environment();
  const host = (await headers()).get("host") ?? "localhost";
  const url = new URL(PUBLIC_URL ?? `${(await isOverHttps()) ? "https" : "http"}://${host}`);
  return { origin: url.origin, id: url.hostname };
}

type Owner = { staffId: number; name: string; sessionHash: string };

/** What a browser needs to make a passkey for somebody who is signed in. */
export async function offerPasskey(owner: Owner, publication: string, now: Date) {
  const { id } = await relyingParty();
  const options = await generateRegistrationOptions({
    rpName: publication,
    rpID: id,
    userName: owner.name,
    userDisplayName: owner.name,
    attestationType: "none",
    excludeCredentials: await listPasskeyIds(owner.staffId),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
  await rememberChallenge(options.challenge, owner.staffId, now);
  return options;
}

// Only the outline is checked here; the signature covers the rest, and the library takes it apart.
const registration = z.looseObject({
  id: z.string().max(2_000),
  response: z.looseObject({ clientDataJSON: z.string() }),
});
const clientData = z.object({ challenge: z.string(), type: z.string() });

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    return clientData.parse(JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"))).challenge;
  } catch {
    return undefined;
  }
}

function parseAnswer(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}

/** Takes the passkey that a browser has made. */
export async function takeNewPasskey(
  owner: Owner,
  answer: string,
  name: string,
  now: Date,
): Promise<Result<{ recoveryCodes: string[] }, "wrong" | "already">> {
  const parsed = registration.safeParse(parseAnswer(answer));
  if (!parsed.success) return refuse("wrong");
  const response = parsed.data as unknown as RegistrationResponseJSON;
  const challenge = challengeIn(response.response.clientDataJSON);
  const asked = challenge ? await takeChallenge(challenge, now) : undefined;
  if (!challenge || asked?.staffId !== owner.staffId) return refuse("wrong");
  const { origin, id } = await relyingParty();
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id };
  const verified = await orWrong(verifyRegistrationResponse({ response, ...expected, requireUserVerification: false }));
  if (!verified?.verified) return refuse("wrong");
  const { credential } = verified.registrationInfo;
  const { publicKey, counter, transports = [] } = credential;
  return addPasskey(owner, { credentialId: credential.id, publicKey, counter, transports, name }, now);
}

/**
 * What a browser needs to sign in with a passkey: any of this person's after the password, or, with nobody named, one
 * that the person picks and unlocks, which then stands for both factors.
 */
export async function askForPasskey(staffId: number | null, now: Date) {
  const { id } = await relyingParty();
  const options = await generateAuthenticationOptions({
    rpID: id,
    userVerification: staffId === null ? "required" : "preferred",
    ...(staffId !== null && { allowCredentials: await listPasskeyIds(staffId) }),
  });
  await rememberChallenge(options.challenge, staffId, now);
  return options;
}

/** Judges what a browser signed. */
export async function takePasskeyAnswer(answer: string, now: Date): Promise<Result<{ staffId: number }, "wrong">> {
  const parsed = registration.safeParse(parseAnswer(answer));
  if (!parsed.success) return refuse("wrong");
  const response = parsed.data as unknown as AuthenticationResponseJSON;
  const challenge = challengeIn(response.response.clientDataJSON);
  const asked = challenge ? await takeChallenge(challenge, now) : undefined;
  const known = await findPasskey(response.id);
  if (!challenge || !asked || !known) return refuse("wrong");
  if (asked.staffId !== null && asked.staffId !== known.staffId) return refuse("wrong");
  const { origin, id } = await relyingParty();
  const verified = await orWrong(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: asked.staffId === null,
      credential: { id: known.credentialId, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
    }),
  );
  if (!verified?.verified) return refuse("wrong");
  await markPasskeyUsed(known.credentialId, verified.authenticationInfo.newCounter, now);
  return accept({ staffId: known.staffId });
}

/** The library throws for every answer that does not fit; all of them are one refusal to us. */
async function orWrong<Verified>(verified: Promise<Verified>): Promise<Verified | undefined> {
  try {
    return await verified;
  } catch {
    return undefined;
  }
}
