import { setTimeout as wait } from "node:timers/promises";
import { migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { dropFormerKeys, putNewKeyInForce, renewSealed } from "#db/key-rotation";
import { KEYS_LOOKED_AT_EVERY, keys, readKeyFile } from "#db/keys";
import { Refusal } from "./refusal.ts";

const usage = `npm run keys -- rotate           puts a new key in force and encrypts every address anew, while serving
npm run keys -- forget-former    drops the keys from before: backups from then will open no address`;

const NO_FILE = "There is no keys.json in the data folder.";

/** `npm run keys`: the keys that readers' addresses are encrypted with. */
export async function run([command = "", ...more]: string[]): Promise<number> {
  if (more.length > 0) throw new Refusal(usage);
  if (command === "rotate") return rotate();
  if (command === "forget-former") return forgetFormer();
  throw new Refusal(usage);
}

async function rotate(): Promise<number> {
  migrateDatabase();
  if (environment().ADDRESS_KEY) {
    throw new Refusal(
      "ADDRESS_KEY is set in the environment, so it cannot be changed here: put a new key there, and the old one among formerAddressKeys of keys.json.",
    );
  }
  // Where nothing was ever encrypted there is no file yet; asking for the keys makes it.
  keys();
  const put = await putNewKeyInForce();
  if (!put.ok) throw new Refusal(NO_FILE);
  // A running server looks for new keys every second; what it encrypts until then is met by the second round.
  const first = await renewSealed();
  await wait(2 * KEYS_LOOKED_AT_EVERY);
  const second = await renewSealed();
  console.log(`A new key is in force; ${first.renewed + second.renewed} values were encrypted anew.`);
  console.log(
    "The former key stays in keys.json, so that older backups open. To drop it: npm run keys -- forget-former",
  );
  if (second.unreadable === 0) return 0;
  console.error(`${second.unreadable} values could not be read and were left as they are.`);
  return 1;
}

async function forgetFormer(): Promise<number> {
  migrateDatabase();
  const file = readKeyFile();
  if (!file) throw new Refusal(NO_FILE);
  // A rotation may have ended this moment elsewhere, and a server still encrypt under the key before.
  await wait(2 * KEYS_LOOKED_AT_EVERY);
  const { renewed, unreadable } = await renewSealed();
  if (unreadable > 0) {
    throw new Refusal(`${unreadable} values could not be read, so the former keys were kept.`);
  }
  const dropped = await dropFormerKeys(file.addressKey);
  if (!dropped.ok) {
    throw new Refusal(
      dropped.reason === "no-key-file"
        ? NO_FILE
        : "Another key has come into force meanwhile, so the former keys were kept. Please try again.",
    );
  }
  console.log(`${dropped.value} former keys were dropped; ${renewed} values had to be encrypted anew.`);
  return 0;
}
