import { closeDatabase } from "#db/client";
import { publish } from "#db/testing/publication";
import { sectionIdOf } from "./sections.ts";

/*
 * DATA_DIR=… node e2e/publish-there.ts SECTION SLUG [MOMENT]: publishes an article in a publication that is not the one
 * of the process that asks for it, at once or at a moment (ms since 1970).
 */
const [section = "", slug = "", moment] = process.argv.slice(2);
const when = moment === undefined ? {} : { state: "scheduled" as const, publishedAt: new Date(Number(moment)) };
await publish({ sectionId: sectionIdOf(section), slug, ...when }, new Date());
await closeDatabase();
