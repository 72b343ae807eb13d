"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import type { PlaceGroup } from "#core/desk-places";
import type { FormState } from "#core/form-state";
import { DeskForm } from "./form.tsx";
import { LeaveQuestion } from "./leave-question.tsx";
import styles from "./shell.module.css";

type Props = {
  publication: string;
  person: { name: string; role: string };
  groups: readonly PlaceGroup[];
  signOut: (before: FormState, form: FormData) => Promise<FormState>;
  children: ReactNode;
};

/** What stands around every page of the desk: where one is, where one can go, and who one is. */
export function Shell({ publication, person, groups, signOut, children }: Props) {
  return (
    <div className={styles.shell}>
      <a href="#work" className={styles.skip}>
        Skip to the work
      </a>
      <header className={styles.rail}>
        <Link href="/desk" className={styles.mark}>
          {publication} <span>Desk</span>
        </Link>
        <div className={styles.wide}>
          <Places groups={groups} />
          <Person person={person} signOut={signOut} />
        </div>
        <Menu>
          <Places groups={groups} />
          <Person person={person} signOut={signOut} />
        </Menu>
      </header>
      <main id="work" className={styles.work} tabIndex={-1}>
        {children}
      </main>
      <LeaveQuestion />
    </div>
  );
}

/** On narrow screens. Opens without a script; closes by itself when one has gone somewhere. */
function Menu({ children }: { children: ReactNode }) {
  const path = usePathname();
  const menu = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what closes it
  useEffect(() => {
    if (menu.current) menu.current.open = false;
  }, [path]);
  return (
    <details ref={menu} className={styles.menu}>
      <summary>Menu</summary>
      <div className={styles.sheet}>{children}</div>
    </details>
  );
}

function Places({ groups }: { groups: readonly PlaceGroup[] }) {
  const path = usePathname();
  const isHere = (href: string) => (href === "/desk" ? path === href : path === href || path.startsWith(`${href}/`));
  return (
    <nav aria-label="The desk" className={styles.places}>
      {groups.map(({ title, places }) => (
        <div key={title} className={styles.group}>
          <p className={styles.groupTitle}>{title}</p>
          <ul>
            {places.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} prefetch={false} aria-current={isHere(href) ? "page" : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Person({ person, signOut }: Pick<Props, "person" | "signOut">) {
  return (
    <div className={styles.person}>
      <Link href="/desk/account" className={styles.name}>
        {person.name}
        <span>{person.role}</span>
      </Link>
      <div className={styles.leave}>
        <a href="/">View site</a>
        <DeskForm action={signOut} className={styles.signOut}>
          <button type="submit">Sign out</button>
        </DeskForm>
      </div>
    </div>
  );
}
