import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { closeDatabase, migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { ghostExport } from "#exchange/move-out/export-ghost";
import { jsonExport } from "#exchange/move-out/export-json";
import { wordpressExport } from "#exchange/move-out/export-wordpress";
import type { MoveOut } from "#exchange/move-out/move-out";
import { writeWhole } from "#exchange/move-out/writing";
import { Refusal } from "./refusal.ts";
import { typedOptions } from "./typed-options.ts";

const USAGE = `npm run export -- wordpress|ghost|json [FILE] [--address ADDRESS] [--with-addresses]

  FILE              where it is written; without it, publication.xml or .json here
  --address         where readers find the publication; without it PUBLIC_URL
  --with-addresses  readers' e-mail addresses leave too (wordpress and json); without this they never do
`;

const OPTIONS = {
  address: { type: "string" },
  "with-addresses": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const kinds: Readonly<
  Record<string, { pieces: (given: MoveOut) => AsyncIterable<string>; file: string; carriesAddresses: boolean }>
> = {
  wordpress: { pieces: wordpressExport, file: "publication.xml", carriesAddresses: true },
  ghost: { pieces: ghostExport, file: "ghost.json", carriesAddresses: false },
  json: { pieces: jsonExport, file: "publication.json", carriesAddresses: true },
};

/** `npm run export KIND`: the publication in a form that other systems take. */
export async function run(typed: string[]): Promise<number> {
  const { values, positionals } = typedOptions(typed, OPTIONS);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [kind = "", given] = positionals;
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known)
    throw new Refusal(
      `${kind === "" ? "Please say what to export to." : `There is no export to “${kind}”.`}\n\n${USAGE}`,
    );
  const address = addressFrom(values.address);
  const path = resolve(given ?? known.file);
  mkdirSync(dirname(path), { recursive: true });
  try {
    migrateDatabase();
    const withAddresses = values["with-addresses"];
    const bytes = await writeWhole(path, known.pieces({ address, now: new Date(), withAddresses }));
    console.log(`${path} (${(bytes / 1e6).toFixed(1)} MB). Pictures are named by their addresses at ${address}.`);
    if (withAddresses && known.carriesAddresses)
      console.log("It holds readers' e-mail addresses: keep it where only you can read it.");
    return 0;
  } finally {
    await closeDatabase();
  }
}

function addressFrom(typed: string | undefined): string {
  const { PUBLIC_URL, PORT } = environment();
  if (typed === undefined) return PUBLIC_URL ?? `http://localhost:${PORT}`;
  if (!/^https?:\/\//.test(typed) || !URL.canParse(typed))
    throw new Refusal("--address accepts an address such as https://example.org.");
  return typed.replace(/\/+$/, "");
}
