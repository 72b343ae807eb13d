import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { closeDatabase, migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { ghostExport } from "#exchange/move-out/export-ghost";
import { jsonExport } from "#exchange/move-out/export-json";
import { wordpressExport } from "#exchange/move-out/export-wordpress";
import type { MoveOut } from "#exchange/move-out/move-out";
import { copyStatically } from "#exchange/move-out/static-copy";
import { writeWhole } from "#exchange/move-out/writing";
import { ProgressLine } from "./progress-line.ts";
import { Refusal } from "./refusal.ts";
import { readTyped } from "./typed.ts";

const USAGE = `npm run export -- wordpress|ghost|json [FILE] [--address ADDRESS] [--with-addresses]
npm run export -- html [FOLDER] [--from ADDRESS]

  FILE              where it is written; without it, publication.xml or .json here
  --address         where readers find the publication; without it PUBLIC_URL
  FOLDER            for a copy of every page that any host can serve; without it, the folder "publication" here
  --from            where the publication is being served; without it, this machine
  --with-addresses  readers' e-mail addresses leave too (wordpress and json); without this they never do
`;

const OPTIONS = {
  address: { type: "string" },
  from: { type: "string" },
  "with-addresses": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const kinds: Readonly<
  Record<
    string,
    {
      pieces: (given: MoveOut) => AsyncIterable<string>;
      file: string;
      carriesAddresses: boolean;
      staysBehind?: string;
    }
  >
> = {
  wordpress: { pieces: wordpressExport, file: "publication.xml", carriesAddresses: true },
  ghost: {
    pieces: ghostExport,
    file: "ghost.json",
    carriesAddresses: false,
    staysBehind: "Comments and affiliations are not in it: Ghost takes in none.",
  },
  json: { pieces: jsonExport, file: "publication.json", carriesAddresses: true },
};

/** `npm run export KIND`: the publication in a form that other systems take. */
export async function run(typed: string[]): Promise<number> {
  const { values, positionals } = readTyped(typed, OPTIONS, true);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [kind = "", given] = positionals;
  if (kind === "html") return copyPages(resolve(given ?? "publication"), values.from);
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
    if (known.staysBehind) console.log(known.staysBehind);
    if (withAddresses && known.carriesAddresses)
      console.log("It holds readers' e-mail addresses: keep it where only you can read it.");
    return 0;
  } finally {
    await closeDatabase();
  }
}

async function copyPages(folder: string, from: string | undefined): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refusal(`${folder} is not empty: please name a new folder.`);
  }
  const origin = webAddress("--from", from ?? `http://localhost:${environment().PORT}`);
  const line = new ProgressLine(1);
  try {
    await fetch(origin, { method: "HEAD" }).catch(() => {
      throw new Refusal(`Nobody answers at ${origin}: please start the publication, or say with --from where it is.`);
    });
    migrateDatabase();
    const copy = await copyStatically(origin, folder, (done, all) => line.show("copying", done, all));
    line.end();
    console.log(`${folder}: ${copy.pages} pages, ${copy.files} files, ${copy.redirects} former addresses.`);
    console.log("Search, comment forms and the desk need a server, so they are not in it.");
    for (const each of copy.missing) console.error(`Not copied: ${each}.`);
    return copy.missing.length === 0 ? 0 : 1;
  } finally {
    line.end();
    await closeDatabase();
  }
}

function addressFrom(typed: string | undefined): string {
  const { PUBLIC_URL, PORT } = environment();
  if (typed === undefined) return PUBLIC_URL ?? `http://localhost:${PORT}`;
  return webAddress("--address", typed);
}

function webAddress(option: string, typed: string): string {
  if (!/^https?:\/\//.test(typed) || !URL.canParse(typed)) {
    throw new Refusal(`${option} accepts an address such as https://example.org.`);
  }
  return typed.replace(/\/+$/, "");
}
