import { z } from "zod";
import { settingsSchema } from "#core/settings";
import { ticked } from "./form.ts";
import { linkLines, networkLines, wordLines } from "./lines.ts";

/* The settings as forms send them: numbers and lists as text. Each group is one form, checked as a whole. */

const { shape } = settingsSchema;

const wholeNumber = (from: number, to: number) => {
  const words = `Please give a whole number from ${from} to ${to.toLocaleString("en")}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, words)
    .transform(Number)
    .refine((number) => number >= from && number <= to, words);
};

const orEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal("").transform(() => null), schema], "Please give a whole number of days, or nothing.");

export const publicationForm = z.object({
  name: shape.name,
  tagline: shape.tagline,
  description: shape.description,
  copyright: shape.copyright,
  language: shape.language,
  timeZone: shape.timeZone,
  logoMediaId: z.union([z.literal("").transform(() => null), z.coerce.number().int().positive()]),
});

export const socialForm = z.object({ socialLinks: linkLines(12) });

export const commentsForm = z.object({
  comments: shape.comments,
  commentModeration: shape.commentModeration,
  commentsCloseAfterDays: orEmpty(wholeNumber(1, 3_650)),
  commentAddressDays: orEmpty(wholeNumber(1, 3_650)),
  commentPauseSeconds: wholeNumber(0, 3_600),
  commentsPerHour: wholeNumber(0, 10_000),
  bannedWords: wordLines,
  bannedNetworks: networkLines,
});

export const houseForm = z.object({ secondFactorForPublishers: ticked, aiCrawlers: shape.aiCrawlers });
