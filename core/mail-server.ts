import { z } from "zod";
import { staffEmail } from "./staff.ts";

/** How letters are kept from eyes between here and the server. */
const mailSecurity = ["starttls", "tls", "none"] as const;

/** A mail server as an administrator names it at the desk. `sender` is "" where the publication's own host will do. */
export const mailServerForm = z.object({
  host: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/, "Please give the name of a server, such as mail.example.org."),
  port: z.coerce
    .number("Please give a port, such as 587.")
    .int("Please give a port, such as 587.")
    .min(1, "Please give a port, such as 587.")
    .max(65_535, "Please give a port, such as 587."),
  security: z.enum(mailSecurity),
  username: z.string().trim().max(200, "Please use up to 200 characters."),
  sender: z.union([z.literal(""), staffEmail]),
});

export type MailServer = z.output<typeof mailServerForm>;

/** The same as one address, as SMTP_URL says it. */
export function mailServerAddress({ host, port, security, username }: MailServer, password: string): string {
  const address = new URL(`${security === "tls" ? "smtps" : "smtp"}://${host}:${port}`);
  address.username = encodeURIComponent(username);
  address.password = encodeURIComponent(password);
  if (security === "starttls") address.searchParams.set("requireTLS", "true");
  if (security === "none") address.searchParams.set("ignoreTLS", "true");
  return address.href;
}
