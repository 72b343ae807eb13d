"use server";

import { z } from "zod";
import { findDeskStaff } from "#app/_server/session";
import type { LibraryPicture } from "#core/upload-answer";
import { listPictures } from "#db/picture-library";

const words = z.string().trim().max(200);

/** The newest pictures of the library in which some words occur, to choose one from. */
export async function findPictures(typed: unknown): Promise<LibraryPicture[]> {
  const parsed = words.safeParse(typed);
  const staff = await findDeskStaff("media:upload");
  return staff && parsed.success ? listPictures(parsed.data) : [];
}
