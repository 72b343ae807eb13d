import { setTimeout as wait } from "node:timers/promises";
import { migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { renewSealed } from "#db/key-rotation";
import { KEYS_LOOKED_AT_EVERY, keys, newAddressKey, readKeyFile, replaceKeyFile } from "#db/keys";
import { Refusal } from "./refusal.ts";

const usage = `npm run keys -- rotate           puts a new key in force and encrypts every address anew, while serving
npm run keys -- forget-former    drops the keys from before: backups from then will open no address`;

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
  const file = readKeyFile();
  if (!file) throw new Refusal("There is no keys.json in the data folder.");
  replaceKeyFile({
    ...file,
    addressKey: newAddressKey(),
    formerAddressKeys: [file.addressKey, ...file.formerAddressKeys],
  });
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
  if (!file) throw new Refusal("There is no keys.json in the data folder.");
  const { renewed, unreadable } = await renewSealed();
  if (unreadable > 0) {
    throw new Refusal(`${unreadable} values could not be read, so the former keys were kept.`);
  }
  replaceKeyFile({ ...file, formerAddressKeys: [] });
  console.log(`${file.formerAddressKeys.length} former keys were dropped; ${renewed} values had to be encrypted anew.`);
  return 0;
}
