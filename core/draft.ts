import { z } from "zod";
import { documentSchema, emptyDocument } from "#core/document";
import { isLanguage } from "#core/settings";

/*
 * A draft as the editor sends it. Lengths are far above what a newsroom prints: they keep a mishap from filling the
 * disk, and advice about good lengths stands in `core/checklist.ts`.
 */

const line = (longest: number) => z.string().max(longest).transform(asOneLine);

/** Headlines and their like are one line each, whatever was pasted into them. */
function asOneLine(text: string): string {
  return text.replace(/\s*[\r\n\t]+\s*/g, " ");
}

const bylineSchema = z.object({
  contributorId: z.number().int().positive(),
  affiliation: line(300),
});

export const draftSchema = z.object({
  kicker: line(200),
  headline: line(500),
  standfirst: line(2_000),
  body: documentSchema,
  language: z.string().refine(isLanguage).nullable(),
  pictureId: z.number().int().positive().nullable(),
  pictureAlt: line(2_000),
  pictureCaption: line(2_000),
  pictureCredit: line(500),
  socialTitle: line(300),
  socialDescription: line(600),
  bylines: z
    .array(bylineSchema)
    .max(50)
    .refine((lines) => new Set(lines.map(({ contributorId }) => contributorId)).size === lines.length),
});

export type Draft = z.output<typeof draftSchema>;

export const emptyDraft: Draft = {
  kicker: "",
  headline: "",
  standfirst: "",
  body: emptyDocument,
  language: null,
  pictureId: null,
  pictureAlt: "",
  pictureCaption: "",
  pictureCredit: "",
  socialTitle: "",
  socialDescription: "",
  bylines: [],
};
