"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "#app/_server/form";
import { thingId, tooLate } from "#app/_server/named-thing";
import { may } from "#core/permissions";
import { findPictureRecord } from "#db/picture-library";
import { deletePicture, describePicture, restorePicture } from "#db/pictures";

const notThere = { errors: { "": "This picture is no longer in the library." } };

const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Please use up to ${longest.toLocaleString("en")} characters.`);
const percent = z
  .string()
  .trim()
  .regex(/^(?:\d{1,2}|100)$/, "Please give a whole number from 0 to 100.")
  .transform(Number);

const description = z.object({
  id: thingId,
  alt: words(2_000),
  caption: words(2_000),
  credit: words(500),
  focalX: percent,
  focalY: percent,
});

/** Whoever brought a picture in may describe it; others' are for editors. */
export const savePicture = deskAction("media:upload", description, async (staff, { id, ...given }) => {
  const picture = await findPictureRecord(id);
  if (!picture) return notThere;
  if (!may(staff.role, "media:manage") && picture.uploadedBy !== staff.staffId) {
    return { errors: { "": "Somebody else brought this picture in. An editor can describe it." } };
  }
  const saved = await describePicture(staff, id, given, new Date());
  return saved.ok ? { done: "Saved. Crops follow the focal point wherever the picture is shown." } : notThere;
});

const one = z.object({ id: thingId });

export const removePicture = deskAction("media:manage", one, async (staff, { id }) => {
  const removed = await deletePicture(staff, id, new Date());
  if (removed.ok) redirect("/desk/pictures?show=deleted");
  if (removed.reason === "not-found") return notThere;
  return { errors: { "": "This picture is in use by now. Take it off there first." } };
});

export const bringBack = deskAction("media:manage", one, async (staff, { id }) => {
  const restored = await restorePicture(staff, id, new Date());
  if (restored.ok) return { done: "Back in the library." };
  return restored.reason === "too-late" ? { errors: { "": tooLate } } : notThere;
});
