/** The outcome of a deed that may be refused for a reason people should be told. Bugs are thrown, never returned. */
export type Result<Value, Reason> = { ok: true; value: Value } | { ok: false; reason: Reason };

/** The reasons for which a deed that answers so may be refused. */
export type ReasonOf<Answer> = Extract<Answer, { ok: false; reason: unknown }>["reason"];

export const accept = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const refuse = <Reason>(reason: Reason): Result<never, Reason> => ({ ok: false, reason });
