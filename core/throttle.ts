/**
 * How many wrong tries are taken before guessing has to wait. A try is counted before it is judged, so that a hundred
 * at once are a hundred tries; a right one takes its counts back.
 */
export type ThrottleKind =
  /** One account from one address: somebody who has forgotten. */
  | "sign-in:account-and-network"
  /** One account from anywhere: a guesser with many addresses. Does not count against a known device. */
  | "sign-in:account"
  /** One account from a device its owner has signed in on before. */
  | "sign-in:known-device"
  /** One network, whichever accounts it tries. */
  | "sign-in:network"
  /** Codes of a second factor, for one account. */
  | "second-factor"
  /** The own password, asked for again within a session. */
  | "own-password"
  /** Links asked for by mail, for one address typed and for one network. */
  | "password-reset:account"
  | "password-reset:network";

export type ThrottleLimit = { tries: number; withinMinutes: number };

export const throttleLimits: Record<ThrottleKind, ThrottleLimit> = {
  "sign-in:account-and-network": { tries: 5, withinMinutes: 15 },
  "sign-in:account": { tries: 30, withinMinutes: 60 },
  "sign-in:known-device": { tries: 10, withinMinutes: 15 },
  "sign-in:network": { tries: 50, withinMinutes: 15 },
  "second-factor": { tries: 6, withinMinutes: 15 },
  "own-password": { tries: 6, withinMinutes: 15 },
  "password-reset:account": { tries: 3, withinMinutes: 60 },
  "password-reset:network": { tries: 20, withinMinutes: 60 },
};

/** The start of the time whose tries count. */
export const countedSince = (kind: ThrottleKind, now: Date): Date =>
  new Date(now.getTime() - throttleLimits[kind].withinMinutes * 60_000);
