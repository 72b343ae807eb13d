import type { ReactNode } from "react";
import type { PictureFile } from "../article/picture";
import { SiteFooter } from "./site-footer";
import styles from "./site-frame.module.css";
import { SiteHeader } from "./site-header";

export type SectionLink = { name: string; slug: string };
export type Publication = {
  name: string;
  tagline: string;
  copyright: string;
  socialLinks: readonly { label: string; url: string }[];
};

type Props = {
  publication: Publication;
  /** Stands in the place of the name. */
  logo?: PictureFile | undefined;
  sections: readonly SectionLink[];
  /** The slug of the section the page belongs to, or "front" for the front page. */
  current?: string;
  children: ReactNode;
};

/** What stands around every page that readers see. */
export function SiteFrame({ publication, logo, sections, current, children }: Props) {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the text
      </a>
      <SiteHeader publication={publication} logo={logo} sections={sections} current={current} />
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter publication={publication} sections={sections} />
    </>
  );
}
