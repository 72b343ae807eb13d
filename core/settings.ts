import { z } from "zod";

const isTimeZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** True for a BCP 47 tag, such as "en-GB". */
export const isLanguage = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

const line = (longest: number) => z.string().trim().max(longest, `Please use up to ${longest} characters.`);
const socialLink = z.object({
  label: line(40).min(1, "Please name the place."),
  url: z.union([z.url({ protocol: /^https?$|^mailto$/ }), z.string().regex(/^\/(?!\/)/)], {
    error: "Please give a web address.",
  }),
});

/** Everything an administrator can set about the publication. Each setting has a value before anyone sets it. */
const settings = {
  name: line(80).min(1, "A publication has a name.").default("National Update"),
  tagline: line(160).default(""),
  description: line(300).default(""),
  /** BCP 47: of the pages' own words, and of articles that name no other. */
  language: z.string().refine(isLanguage, "Please give a language tag, such as en-GB.").default("en-GB"),
  /** IANA name; dates and schedules are in it. */
  timeZone: z.string().refine(isTimeZone, "Please give a time zone, such as Asia/Seoul.").default("UTC"),
  socialLinks: z.array(socialLink).max(12).default([]),
  copyright: line(200).default("All rights reserved."),
  logoMediaId: z.number().int().positive().nullable().default(null),
  /** Whether a first-time commenter waits for a moderator. */
  comments: z.enum(["open", "closed"]).default("open"),
  commentModeration: z.enum(["first-time", "all", "none"]).default("first-time"),
  commentsCloseAfterDays: z.number().int().min(1).max(3_650).nullable().default(null),
  /** Days after which the e-mail address behind a comment is erased; null keeps it. */
  commentAddressDays: z.number().int().min(1).max(3_650).nullable().default(null),
  /** Seconds between two comments from one network; 0 for none. */
  commentPauseSeconds: z.number().int().min(0).max(3_600).default(10),
  /** Comments in an hour from one network; 0 for no limit. */
  commentsPerHour: z.number().int().min(0).max(10_000).default(10),
  bannedWords: z.array(line(100)).max(1_000).default([]),
  bannedNetworks: z.array(line(50)).max(1_000).default([]),
  secondFactorForPublishers: z.boolean().default(false),
  aiCrawlers: z.enum(["allow", "refuse"]).default("allow"),
} as const;

export const settingsSchema = z.object(settings);
export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const defaultSettings: Settings = settingsSchema.parse({});
