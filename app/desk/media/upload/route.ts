import { findDeskStaff } from "#app/_server/session";
import type { UploadAnswer, UploadRefusal } from "#core/upload-answer";
import { findLibraryPicture } from "#db/picture-library";
import { HEAVIEST_PICTURE, keepPicture } from "#exchange/pictures";

const statusOf: Record<UploadRefusal, number> = {
  "signed-out": 401,
  "not-a-picture": 415,
  "too-heavy": 413,
  "too-many-pixels": 413,
  broken: 422,
  "no-room": 507,
};

const answer = (body: UploadAnswer) => Response.json(body, { status: body.ok ? 200 : statusOf[body.reason] });

/** Takes one picture into the library: the file is the body, its name stands in the address. */
export async function POST(request: Request) {
  const staff = await findDeskStaff("media:upload");
  if (!staff) return answer({ ok: false, reason: "signed-out" });
  const bytes = await bytesOf(request);
  if (!bytes) return answer({ ok: false, reason: "too-heavy" });
  const filename = (new URL(request.url).searchParams.get("name") ?? "").slice(0, 200) || "picture";
  try {
    const kept = await keepPicture(bytes, { filename, uploadedBy: staff.staffId }, new Date());
    if (!kept.ok) return answer(kept);
    const picture = await findLibraryPicture(kept.value.id);
    return answer(picture ? { ok: true, value: picture } : { ok: false, reason: "broken" });
  } catch (error) {
    if (isDiskFull(error)) return answer({ ok: false, reason: "no-room" });
    throw error;
  }
}

/** Undefined where more comes than a picture may weigh, whatever was announced. */
async function bytesOf(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > HEAVIEST_PICTURE) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const isDiskFull = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
