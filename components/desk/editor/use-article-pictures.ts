import type { Editor } from "@tiptap/core";
import { useState } from "react";
import type { Draft } from "#core/draft";
import type { DeskPicture } from "./desk-picture.ts";
import { insertPicture } from "./insert.ts";

type Place = "head" | "text";

export type ArticlePictures = {
  /** Those that the article shows, by their number in the library. */
  byId: ReadonlyMap<number, DeskPicture>;
  /** The files with which a picture is being chosen; undefined while none is. */
  choosing: readonly File[] | undefined;
  choose: (place: Place, files?: readonly File[]) => void;
  /** Puts the picture that was chosen where one was wanted. */
  put: (editor: Editor, change: (part: Partial<Draft>) => void, picture: DeskPicture) => void;
  leaveOff: () => void;
};

/** The pictures of an open article, and the choosing of one for its head or its text. */
export function useArticlePictures(start: readonly DeskPicture[]): ArticlePictures {
  const [byId, setById] = useState<ReadonlyMap<number, DeskPicture>>(
    () => new Map(start.map((picture) => [picture.id, picture])),
  );
  const [wanted, setWanted] = useState<{ place: Place; files: readonly File[] }>();
  return {
    byId,
    choosing: wanted?.files,
    choose: (place, files = []) => setWanted({ place, files }),
    put: (editor, change, picture) => {
      setById((before) => new Map(before).set(picture.id, picture));
      if (wanted?.place === "text") return insertPicture(editor, picture);
      const { id, alt, caption, credit } = picture;
      change({ pictureId: id, pictureAlt: alt, pictureCaption: caption, pictureCredit: credit });
    },
    leaveOff: () => setWanted(undefined),
  };
}
