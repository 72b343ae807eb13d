import { isDiskFull, sentBytes } from "#app/_server/sent-bytes";
import { findDeskStaff } from "#app/_server/session";
import { unlessBusy } from "#app/_server/unless-busy";
import { refuse } from "#core/result";
import { HEAVIEST_PICTURE, type UploadAnswer, type UploadRefusal } from "#core/upload-answer";
import { findLibraryPicture } from "#db/picture-library";
import { isNamedOtherwise, keepPicture } from "#exchange/pictures";

const statusOf: Record<UploadRefusal, number> = {
  "signed-out": 401,
  "not-a-picture": 415,
  "named-otherwise": 415,
  "too-heavy": 413,
  "too-many-pixels": 413,
  broken: 422,
  "no-room": 507,
  busy: 503,
};

const answer = (body: UploadAnswer) => Response.json(body, { status: body.ok ? 200 : statusOf[body.reason] });

/** Takes one picture into the library: the file is the body, its name stands in the address. */
export async function POST(request: Request) {
  const staff = await findDeskStaff("media:upload");
  if (!staff) return answer({ ok: false, reason: "signed-out" });
  const bytes = await sentBytes(request, HEAVIEST_PICTURE);
  if (!bytes) return answer({ ok: false, reason: "too-heavy" });
  const filename = (new URL(request.url).searchParams.get("name") ?? "").slice(0, 200) || "picture";
  if (isNamedOtherwise(filename, bytes)) return answer({ ok: false, reason: "named-otherwise" });
  try {
    const kept = await unlessBusy(
      () => keepPicture(bytes, { filename, uploadedBy: staff.staffId }, new Date()),
      () => refuse("busy" as const),
    );
    if (!kept.ok) return answer(kept);
    const picture = await findLibraryPicture(kept.value.id);
    return answer(picture ? { ok: true, value: picture } : { ok: false, reason: "broken" });
  } catch (error) {
    if (isDiskFull(error)) return answer({ ok: false, reason: "no-room" });
    throw error;
  }
}
