import { LONGEST_PASSWORD, type PasswordRefusal, SHORTEST_PASSWORD } from "#core/password";

export const passwordRefusals: Record<PasswordRefusal, string> = {
  "too-short": `Please choose a password of at least ${SHORTEST_PASSWORD} characters. Four words that have nothing to do with each other are easy to remember.`,
  "too-long": `A password can have up to ${LONGEST_PASSWORD} characters.`,
  "too-common": "This password is among those that are tried first. Please choose another.",
  "too-simple": "This password repeats or counts. Please choose another.",
  "says-who": "This password is mostly your name or address. Please choose another.",
};

export const passwordHint = `At least ${SHORTEST_PASSWORD} characters; anything goes, spaces too.`;
