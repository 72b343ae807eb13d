import { transaction } from "#db/client";
import { isUntouched } from "#db/founding";
import { record, theSoftware } from "#db/log";

/**
 * Gives a database that nothing was ever put into its beginning: the demonstration publication, or (where `empty`) only a
 * line in the log that says it shall stay empty. Leaves every other database alone.
 */
export async function foundIfUntouched({ empty }: { empty: boolean }): Promise<void> {
  if (!(await isUntouched())) return;
  if (empty) {
    await transaction(async (tx) => {
      record(tx, theSoftware, "found", { kind: "publication", id: null, name: "" }, new Date());
    });
  } else {
    // Loaded only here: it brings the whole demonstration along, and every later start should be quick.
    const { seedIfUntouched } = await import("./seed.ts");
    await seedIfUntouched();
  }
}
