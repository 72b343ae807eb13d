import { isDiskFull, sentForm } from "#app/_server/sent-bytes";
import { type DeskStaff, findDeskStaff } from "#app/_server/session";
import { unlessBusy } from "#app/_server/unless-busy";
import { may } from "#core/permissions";
import { refuse } from "#core/result";
import { HEAVIEST_PICTURE } from "#core/upload-answer";
import { isNamedOtherwise, keepInPlaceOf, keepPicture } from "#exchange/pictures";

/** The frame a form puts around its files. */
const FRAME = 64 * 1024;
const LIBRARY = "/desk/pictures";

/**
 * Takes the pictures of a plain form, where no script sends them one by one, and answers with the page to go on from,
 * whose address says what became of them. Where the form names a picture, its file takes that one's place.
 */
export async function POST(request: Request) {
  const staff = await findDeskStaff("media:upload");
  if (!staff) return goOn(`/sign-in?next=${LIBRARY}`);
  const form = await sentForm(request, HEAVIEST_PICTURE + FRAME);
  if (typeof form === "string") return goOn(said(refererOf(request), "refused", form));
  const files = form.getAll("pictures").filter((entry) => entry instanceof File && entry.name !== "");
  const replaced = Number(form.get("replaces") ?? 0);
  if (replaced > 0) return goOn(await replaceBy(staff, replaced, files[0]));
  const page = new URLSearchParams();
  for (const file of files) {
    const { reason, filename } = await taken(file, (bytes, filename) =>
      keepPicture(bytes, { filename, uploadedBy: staff.staffId }, new Date()),
    );
    page.append(reason ? "refused" : "kept", reason ? `${reason} ${filename}` : filename);
  }
  return goOn(files.length > 0 ? `${LIBRARY}?${page}` : said(LIBRARY, "refused", "nothing"));
}

async function replaceBy(staff: DeskStaff, id: number, file: FormDataEntryValue | undefined): Promise<string> {
  const page = `${LIBRARY}/${id}`;
  if (!may(staff.role, "media:manage")) return LIBRARY;
  if (!file) return said(page, "refused", "nothing");
  const { reason, filename } = await taken(file, (bytes, filename) =>
    keepInPlaceOf(staff, id, { bytes, filename }, new Date()),
  );
  return reason ? said(page, "refused", `${reason} ${filename}`) : said(page, "replaced", "yes");
}

type Deed = (bytes: Uint8Array, filename: string) => Promise<{ ok: true } | { ok: false; reason: string }>;

async function taken(file: FormDataEntryValue, deed: Deed): Promise<{ reason?: string; filename: string }> {
  if (typeof file === "string") return { reason: "not-a-picture", filename: "" };
  const filename = file.name.slice(0, 200);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isNamedOtherwise(filename, bytes)) return { reason: "named-otherwise", filename };
    const done = await unlessBusy(
      () => deed(bytes, filename),
      () => refuse("busy" as const),
    );
    return done.ok ? { filename } : { reason: done.reason, filename };
  } catch (error) {
    if (isDiskFull(error)) return { reason: "no-room", filename };
    throw error;
  }
}

const said = (path: string, name: string, value: string) => `${path}?${new URLSearchParams({ [name]: value })}`;

/** The page of the library that a form stood on. */
function refererOf(request: Request): string {
  const path = /\/desk\/pictures\/\d+(?=$|\?)/.exec(request.headers.get("referer") ?? "");
  return path?.[0] ?? LIBRARY;
}

const goOn = (to: string) => new Response(null, { status: 303, headers: { location: to } });
