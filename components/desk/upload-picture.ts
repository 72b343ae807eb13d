import { importIsWriting } from "#core/import-is-writing";
import { HEAVIEST_PICTURE, type UploadAnswer, type UploadRefusal } from "#core/upload-answer";

export const uploadRefusals: Record<UploadRefusal | "unreachable", string> = {
  "signed-out": "You were signed out. Sign in again, then send it once more.",
  "not-a-picture": "This is no JPEG, PNG, WebP, AVIF or GIF picture, whatever its name says.",
  "named-otherwise": "The ending of its name is not that of the picture in it. Please name it for what it is.",
  "too-heavy": "This file is larger than 25 MB.",
  "too-many-pixels": "This picture has more than 40 million pixels. Please make it smaller first.",
  broken: "This picture is damaged and could not be read.",
  "no-room": "The disk is full. Nothing was kept of this picture.",
  busy: importIsWriting,
  unreachable: "The desk could not be reached. Please try again.",
};

export type Uploaded = UploadAnswer | { ok: false; reason: "unreachable" };

/** Sends a picture to the library. `onProgress` hears how much of it is on its way, from 0 to 1. */
export function uploadPicture(file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  if (file.size > HEAVIEST_PICTURE) return Promise.resolve({ ok: false, reason: "too-heavy" });
  return new Promise((resolve) => {
    // The one way in which a browser tells how far sending has come.
    const request = new XMLHttpRequest();
    request.open("POST", `/desk/media/upload?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve((request.response as Uploaded | null) ?? { ok: false, reason: reasonOf(request.status) });
    request.onerror = () => resolve({ ok: false, reason: "unreachable" });
    request.send(file);
  });
}

const reasonOf = (status: number) => (status === 413 ? "too-heavy" : "unreachable");
