/** The body of a request. Undefined where more comes than `most` bytes, whatever was announced. */
export async function sentBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** A form with files, as a browser sends it without scripts: no larger than `most` bytes as a whole. */
export async function sentForm(request: Request, most: number): Promise<FormData | "too-heavy" | "unreadable"> {
  const bytes = await sentBytes(request, most);
  if (!bytes) return "too-heavy";
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(bytes, { headers }).formData();
  } catch (error) {
    if (error instanceof TypeError) return "unreadable";
    throw error;
  }
}

/** Of files or of the database. */
export const isDiskFull = (error: unknown) =>
  error instanceof Error && "code" in error && /^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/.test(String(error.code));
