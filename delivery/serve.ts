import { createServer } from "node:http";
import next from "next";
import { migrateDatabase } from "#db/client";
import { environment } from "#db/environment";

/** Starts the publication: database, Next, and the server in front of it. */
export async function serve(): Promise<void> {
  const { PORT, HOST } = environment();
  migrateDatabase();
  const app = next({ dev: process.env.NODE_ENV !== "production" });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(PORT, HOST, () => console.log(`National Update is at http://localhost:${PORT}`));
}
