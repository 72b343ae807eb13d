import { environment } from "#db/environment";

/** The address of the publication, where its pages say which of their addresses is the proper one. */
export function publicUrl(): URL {
  const { PUBLIC_URL, PORT } = environment();
  return new URL(PUBLIC_URL ?? `http://localhost:${PORT}`);
}
