import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { accept, type Result, refuse } from "#core/result";
import { exportFile, type KeptExport, keepExport, makeExportFolder, removeExport } from "./kept-export.ts";
import { recogniseExport } from "./recognise-export.ts";

/** Bytes that all files of one upload may have. What is larger comes in by the command line, which has no limit. */
const HEAVIEST_UPLOAD = 2 ** 30;
/** WordPress writes one export as several files; more than this is something else. */
const MOST_FILES = 50;

export type ExportRefusal =
  | "no-file"
  | "too-heavy"
  | "too-many"
  | "not-an-export"
  | "mixed"
  | "one-file-only"
  | "broken"
  | "no-room";

type Given = { body: AsyncIterable<Uint8Array> | null; contentType: string; by: string };
type Received = { names: string[]; sizes: number[]; refusal?: ExportRefusal };

/** Takes a form with the files of one export, as a stream, and keeps them where every file is of one known kind. */
export async function takeUpload(
  { body, contentType, by }: Given,
  now: Date,
): Promise<Result<KeptExport, ExportRefusal>> {
  const id = await makeExportFolder();
  const refused = async (reason: ExportRefusal) => {
    await removeExport(id);
    return refuse(reason);
  };
  let received: Received;
  try {
    received = await receive(id, body, contentType);
  } catch (error) {
    if (isDiskFull(error)) return refused("no-room");
    return refused("broken");
  }
  if (received.refusal) return refused(received.refusal);
  if (received.names.length === 0) return refused("no-file");
  const [source, ...others] = await Promise.all(received.names.map((_, at) => recogniseExport(exportFile(id, at))));
  if (source === undefined || others.includes(undefined)) return refused("not-an-export");
  if (others.some((other) => other !== source)) return refused("mixed");
  if (others.length > 0 && source !== "wordpress") return refused("one-file-only");
  const files = received.names.map((name, at) => ({ name, bytes: received.sizes[at] ?? 0 }));
  return accept(await keepExport(id, { source, files, by, at: now }));
}

/** Writes the files of a form to the export's folder. What is refused is read to its end, so that it can be answered. */
async function receive(id: string, body: Given["body"], contentType: string): Promise<Received> {
  const received: Received = { names: [], sizes: [] };
  if (!body) return received;
  const parser = busboy({
    headers: { "content-type": contentType },
    limits: { files: MOST_FILES, fields: 0, parts: MOST_FILES, fieldNameSize: 100 },
    defParamCharset: "utf8",
  });
  let bytes = 0;
  let failure: unknown;
  const writing: Promise<void>[] = [];
  parser.on("filesLimit", () => {
    received.refusal = "too-many";
  });
  parser.on("file", (_field, file, { filename = "" }) => {
    // A form whose file was not chosen sends one without a name.
    if (filename === "" || received.refusal) return void file.resume();
    const at = received.names.push(filename.slice(0, 200)) - 1;
    received.sizes[at] = 0;
    const measured = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        received.sizes[at] = (received.sizes[at] ?? 0) + chunk.length;
        if (bytes > HEAVIEST_UPLOAD) received.refusal = "too-heavy";
        if (!received.refusal) yield chunk;
      }
    };
    const written = pipeline(file, measured, createWriteStream(exportFile(id, at), { mode: 0o600 }));
    writing.push(
      written.catch((error: unknown) => {
        failure ??= error;
        file.resume();
      }),
    );
  });
  await pipeline(Readable.from(body), parser);
  await Promise.all(writing);
  if (failure) throw failure;
  return received;
}

const isDiskFull = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
