import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireAccount } from "#app/_server/session";
import { DeskDocument } from "#components/desk/document";
import { Shell } from "#components/desk/shell";
import { placesFor } from "#core/desk-places";
import { roleNames } from "#core/staff";
import { readSettings } from "#db/settings";
import { signOut } from "./account/actions.ts";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readSettings();
  return {
    title: { template: `%s · ${name} Desk`, default: `${name} Desk` },
    robots: { index: false },
    referrer: "same-origin",
  };
}

/**
 * Every page calls `requireStaff` itself as well: a layout is not rendered anew when one goes from page to page.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await requireAccount();
  const { name } = await readSettings();
  return (
    <DeskDocument>
      <Shell
        publication={name}
        person={{ name: staff.name, role: roleNames[staff.role] }}
        groups={placesFor(staff.role)}
        signOut={signOut}
      >
        {children}
      </Shell>
    </DeskDocument>
  );
}
