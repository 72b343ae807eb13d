import type { Role } from "#core/permissions";
import { roleNames, staffEmail, staffName, staffRole } from "#core/staff";
import { migrateDatabase } from "#db/client";
import { theSoftware } from "#db/log";
import {
  changeRole,
  disableStaff,
  enableStaff,
  inviteStaff,
  listStaff,
  removeSecondFactor,
  type StaffRefusal,
} from "#db/staff";
import { offerPasswordLink } from "#db/staff-password";
import { offerTheDesk, ownAddress } from "./first-link.ts";
import { Refusal } from "./refusal.ts";

const usage = `npm run staff -- link                        the link for the first administrator
npm run staff -- list                        everybody with an account
npm run staff -- invite EMAIL NAME ROLE      ROLE is contributor, editor, moderator or administrator
npm run staff -- password EMAIL              a link with which to choose a new password
npm run staff -- role EMAIL ROLE
npm run staff -- disable EMAIL
npm run staff -- enable EMAIL
npm run staff -- remove-second-factor EMAIL`;

const words: Record<StaffRefusal, string> = {
  "not-found": "Nobody with an account that can be used has this address.",
  "last-administrator": "This is the last administrator: without one, nobody could run the publication.",
};

/** `npm run staff`: what the desk's page of staff does, for who cannot reach the desk. */
export async function run([command = "", ...typed]: string[]): Promise<number> {
  migrateDatabase();
  const now = new Date();
  switch (command) {
    case "link":
      if (!(await offerTheDesk())) throw new Refusal("There is an administrator already, who can invite people.");
      return 0;
    case "list":
      for (const { email, name, role, disabledAt } of await listStaff()) {
        console.log(`${email}\t${name}\t${roleNames[role]}${disabledAt ? "\tdisabled" : ""}`);
      }
      return 0;
    case "invite": {
      const [email, name, role] = [parse(staffEmail, typed[0]), parse(staffName, typed[1]), roleOf(typed[2])];
      const invited = await inviteStaff(theSoftware, { email, name, role }, now);
      if (!invited.ok) throw new Refusal("Somebody has this address already.");
      console.log(`${name} can choose a password with this link, once, within seven days:
  ${ownAddress(`/sign-in/welcome/${invited.value.link}`)}`);
      return 0;
    }
    case "password": {
      const link = await offerPasswordLink(theSoftware, await idOf(typed[0]), now);
      if (!link.ok) throw new Refusal(words[link.reason]);
      console.log(`This link lets them choose a password, once:\n  ${ownAddress(`/sign-in/welcome/${link.value}`)}`);
      return 0;
    }
    case "role":
      return done(await changeRole(theSoftware, await idOf(typed[0]), roleOf(typed[1]), now));
    case "disable":
      return done(await disableStaff(theSoftware, await idOf(typed[0]), now));
    case "enable":
      return done(await enableStaff(theSoftware, await idOf(typed[0]), now));
    case "remove-second-factor":
      return done(await removeSecondFactor(theSoftware, await idOf(typed[0]), now));
    default:
      throw new Refusal(usage);
  }
}

function done(result: { ok: true } | { ok: false; reason: StaffRefusal }): number {
  if (!result.ok) throw new Refusal(words[result.reason]);
  console.log("Done.");
  return 0;
}

async function idOf(typed: string | undefined): Promise<number> {
  const email = parse(staffEmail, typed);
  const person = (await listStaff()).find((known) => known.email === email);
  if (!person) throw new Refusal(`Nobody has the address ${email}. Everybody's: npm run staff -- list`);
  return person.id;
}

const roleOf = (typed: string | undefined): Role => parse(staffRole, typed?.toLowerCase());

type Schema<Value> = {
  safeParse: (typed: unknown) => { data?: Value; error?: { issues: { message: string }[] } };
};

function parse<Value>(schema: Schema<Value>, typed: string | undefined): Value {
  const { data, error } = schema.safeParse(typed ?? "");
  if (data === undefined) throw new Refusal(error?.issues[0]?.message ?? usage);
  return data;
}
