import type { IncomingMessage } from "node:http";
import busboy from "busboy";
import { accept, type Result, refuse } from "#core/result";

export type FormBodyRefusal = "wrong-type" | "too-large" | "unreadable" | "file";

/** A comment of 5,000 characters in any script, its name and addresses, each byte written as three. */
const LARGEST_FORM = 64 * 1024;
const MOST_FIELDS = 40;
/** How long a sender may take over it. */
const LIMIT_MS = 15_000;

/** Reads a posted form: the last value of each field. Files are refused; readers have nothing to upload. */
export function readFormBody(request: IncomingMessage): Promise<Result<Record<string, string>, FormBodyRefusal>> {
  const type = request.headers["content-type"] ?? "";
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    return Promise.resolve(refuse("wrong-type"));
  }
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_FORM) return Promise.resolve(refuse("too-large"));
  return new Promise((resolve) => {
    const fields: Record<string, string> = Object.create(null);
    const settle = (result: Result<Record<string, string>, FormBodyRefusal>) => {
      clearTimeout(timer);
      request.unpipe();
      request.resume();
      resolve(result);
    };
    const timer = setTimeout(() => settle(refuse("unreadable")), LIMIT_MS);
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        limits: { fields: MOST_FIELDS, fieldSize: LARGEST_FORM, fieldNameSize: 100, files: 1, parts: MOST_FIELDS },
      });
    } catch {
      settle(refuse("unreadable"));
      return;
    }
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > LARGEST_FORM) settle(refuse("too-large"));
    });
    request.on("error", () => settle(refuse("unreadable")));
    parser.on("field", (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated) settle(refuse("too-large"));
      else fields[name] = value;
    });
    parser.on("file", (_name, file, { filename }) => {
      file.resume();
      if (filename) settle(refuse("file"));
    });
    parser.on("fieldsLimit", () => settle(refuse("too-large")));
    parser.on("partsLimit", () => settle(refuse("too-large")));
    parser.on("error", () => settle(refuse("unreadable")));
    parser.on("close", () => settle(accept(fields)));
    request.pipe(parser);
  });
}
