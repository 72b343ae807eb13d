import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a link or a cookie. Only its SHA-256 is ever stored, so that the database lets nobody in. */
export const newSecretValue = (): string => randomBytes(32).toString("base64url");

export const hashOfSecretValue = (value: string): string => createHash("sha256").update(value).digest("hex");
