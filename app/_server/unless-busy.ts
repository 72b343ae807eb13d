import { importIsWriting } from "#core/import-is-writing";
import { accept, type Result, refuse } from "#core/result";
import { isDatabaseBusy } from "#db/client";

/** Does a deed, or answers what `busy` says where an import has kept it waiting too long; nothing was done then. */
export async function unlessBusy<Value, Busy>(deed: () => Promise<Value>, busy: () => Busy): Promise<Value | Busy> {
  try {
    return await deed();
  } catch (error) {
    if (!isDatabaseBusy(error)) throw error;
    return busy();
  }
}

/** For what is asked of the desk by its own scripts. */
export const orBusy = <Value>(deed: () => Promise<Value>): Promise<Result<Value, "busy">> =>
  unlessBusy<Result<Value, "busy">, Result<never, "busy">>(
    async () => accept(await deed()),
    () => refuse("busy"),
  );

/** For addresses that answer a browser with a file. */
export const busyResponse = () =>
  new Response(importIsWriting, { status: 503, headers: { "Retry-After": "120", "Cache-Control": "no-store" } });
