import type { ReactNode } from "react";
import styles from "./site-frame.module.css";

export type SectionLink = { name: string; slug: string };
export type Publication = {
  name: string;
  tagline: string;
  copyright: string;
  socialLinks: readonly { label: string; url: string }[];
};

type Props = { header: ReactNode; footer: ReactNode; children: ReactNode };

/** What stands around every page that readers see. */
export function SiteFrame({ header, footer, children }: Props) {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the text
      </a>
      {header}
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      {footer}
    </>
  );
}
