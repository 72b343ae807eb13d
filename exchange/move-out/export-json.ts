import {
  exportedArticles,
  exportedContributors,
  exportedPictures,
  exportedRedirects,
  exportedSections,
  exportedTopics,
} from "#db/exports";
import { readSettings } from "#db/settings";
import { largestJpeg, type MoveOut } from "./move-out.ts";
import { jsonArray } from "./writing.ts";

/**
 * Everything that is anybody's work, in our own words: the shape of the database without its keys and staff. Bodies are
 * documents as `core/document.ts` describes them.
 */
export async function* jsonExport({ address, now, withAddresses }: MoveOut): AsyncGenerator<string> {
  const head = {
    format: "national-update-export",
    version: 1,
    exportedAt: now,
    address,
    settings: await readSettings(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n`;
  yield* jsonArray("sections", exportedSections());
  yield ",\n";
  yield* jsonArray("topics", exportedTopics());
  yield ",\n";
  yield* jsonArray("contributors", exportedContributors());
  yield ",\n";
  yield* jsonArray(
    "pictures",
    exportedPictures().map((picture) => ({ ...picture, url: largestJpeg(picture, address) })),
  );
  yield ",\n";
  yield* jsonArray("redirects", exportedRedirects());
  yield ",\n";
  yield* jsonArray("articles", exportedArticles({ withAddresses }));
  yield "\n}\n";
}
