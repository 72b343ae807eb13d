import { type ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "./refusal.ts";

/** What was typed after a command, by the options it knows; anything else is refused in one sentence. */
export function typedOptions<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node says which option it does not know, and then a good deal more.
    throw new Refusal(`${error instanceof Error ? error.message.split(". ")[0] : "The options are not right"}.`);
  }
}
