import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { Refusal } from "./refusal.ts";

/** Reads what was typed after a command's name; what the command does not know is refused in one sentence. */
export function readTyped<const Options extends ParseArgsOptionsConfig>(
  typed: string[],
  options: Options,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: typed, options, allowPositionals, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal(error.message.split(". ")[0] ?? error.message);
    throw error;
  }
}
