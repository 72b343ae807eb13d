import { z } from "zod";
import { accept, type Result, refuse } from "#core/result";

const wholeNumber = (from: number, to: number) =>
  z.coerce.number(`a whole number from ${from} to ${to}`).int().min(from).max(to);

/** A 32-byte key, written as 64 hexadecimal digits. */
const key = z.string().regex(/^[0-9a-f]{64}$/i);

/**
 * What an operator can set. `accepts` is the sentence shown when a value is wrong, so each variable says it once.
 */
const variables = {
  PORT: { schema: wholeNumber(0, 65_535).default(3000), accepts: "a port number from 0 to 65535" },
  HOST: { schema: z.string().min(1).default("0.0.0.0"), accepts: "an address to listen on, such as 127.0.0.1" },
  DATA_DIR: { schema: z.string().min(1).default("data"), accepts: "the path of a folder" },
  PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    accepts: "the address readers use, such as https://example.org",
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((entry) => entry.trim())
          .filter(Boolean),
      )
      .refine((list) => list.every((entry) => /^[0-9a-f.:]+(?:\/\d{1,3})?$/i.test(entry))),
    accepts: "addresses or networks separated by commas, such as 127.0.0.1,10.0.0.0/8",
  },
  LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    accepts: "fatal, error, warn, info, debug, trace or silent",
  },
  ADDRESS_KEY: { schema: key.optional(), accepts: "64 hexadecimal digits (32 bytes)" },
  ADDRESS_HASH_KEY: { schema: key.optional(), accepts: "64 hexadecimal digits (32 bytes)" },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    accepts: "an SMTP address, such as smtp://user:password@mail.example.org:587",
  },
  MAIL_FROM: { schema: z.string().min(3).optional(), accepts: "a sender, such as National Update <desk@example.org>" },
  PAGE_CACHE_MB: { schema: wholeNumber(1, 4_096).default(128), accepts: "a whole number of megabytes from 1 to 4096" },
  PURGE_URLS: {
    schema: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((entry) => entry.trim())
          .filter(Boolean),
      )
      .refine((list) => list.every((entry) => URL.canParse(entry))),
    accepts: "addresses of outside caches to purge, separated by commas",
  },
  WEBSUB_HUB: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    accepts: "the address of a WebSub hub that tells subscribers of feeds at once",
  },
  INDEXNOW_KEY: {
    schema: z
      .string()
      .regex(/^[a-zA-Z0-9-]{8,128}$/)
      .optional(),
    accepts: "8 to 128 letters, digits or hyphens, by which search engines that take IndexNow know this site",
  },
} as const;

type Variables = typeof variables;
export type Environment = { readonly [Name in keyof Variables]: z.output<Variables[Name]["schema"]> };

/** The checked settings of a process, or one sentence for each variable that is wrong. An empty value counts as unset. */
export function parseEnvironment(source: Record<string, string | undefined>): Result<Environment, string[]> {
  const checked: Record<string, unknown> = {};
  const complaints: string[] = [];
  for (const [name, { schema, accepts }] of Object.entries(variables)) {
    const given = source[name]?.trim() || undefined;
    const parsed = schema.safeParse(given);
    if (parsed.success) checked[name] = parsed.data;
    else complaints.push(`${name} accepts ${accepts}, but is set to "${given}".`);
  }
  return complaints.length === 0 ? accept(checked as Environment) : refuse(complaints);
}
