import { WrongEnvironment } from "#db/environment";
import { Refusal } from "./refusal.ts";

/** A command of the command line: what is typed after its name comes in, and 0 goes out when all went well. */
type Command = { says: string; load: () => Promise<{ run: (typed: string[]) => Promise<number> }> };

/** Everything that can be asked for; most of it has a script in package.json. A command is loaded only when it is asked for, so that starting stays quick. */
const commands: Record<string, Command> = {
  // `npm start` is this and then `serve` (cli/bootstrap.mjs).
  prepare: { says: "build what is new, migrate, fill an empty database", load: () => import("./prepare.ts") },
  serve: { says: "serve what is already built", load: () => import("./serve.ts") },
  dev: { says: "serve for working on the code", load: () => import("./dev.ts") },
  build: { says: "build the pages for production", load: () => import("./build.ts") },
  seed: { says: "fill an empty database with the demonstration publication", load: () => import("./seed.ts") },
  import: {
    says: "take in a publication from WordPress or Ghost, comments from Disqus",
    load: () => import("./import.ts"),
  },
  staff: { says: "invite, list and disable staff, and let them in again", load: () => import("./staff.ts") },
  keys: { says: "change the key of readers' addresses, while serving", load: () => import("./keys.ts") },
  export: { says: "write it in a form that other systems take", load: () => import("./export.ts") },
  backup: { says: "write everything into one file, while serving", load: () => import("./backup.ts") },
  restore: { says: "put a backup into the data folder", load: () => import("./restore.ts") },
  check: { says: "types, lint, import walls, migrations and unit tests", load: () => import("./check.ts") },
  test: { says: "everything: the check, a build, and journeys in a browser", load: () => import("./test.ts") },
};

const [name = "", ...typed] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (command) {
  try {
    const { run } = await command.load();
    process.exitCode = await run(typed);
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof WrongEnvironment)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} else {
  console.error(`There is no command "${name}". There are:`);
  for (const [known, { says }] of Object.entries(commands)) console.error(`  ${known.padEnd(9)}${says}`);
  process.exitCode = 1;
}
