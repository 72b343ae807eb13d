import { desc, eq, isNull } from "drizzle-orm";
import { read } from "./client.ts";
import { media } from "./schema.ts";

/** The newest pictures, to choose one from; the present choice is among them however old it is. */
export async function listNewestPictures(present: number | null) {
  const columns = { id: media.id, filename: media.filename };
  const live = isNull(media.deletedAt);
  const newest = read().select(columns).from(media).where(live).orderBy(desc(media.id)).limit(50).all();
  if (present === null || newest.some(({ id }) => id === present)) return newest;
  return [...read().select(columns).from(media).where(eq(media.id, present)).all(), ...newest];
}
