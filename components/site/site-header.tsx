import { sectionPath } from "#core/paths";
import { Picture, type PictureFile } from "../article/picture";
import type { Publication, SectionLink } from "./site-frame";
import styles from "./site-header.module.css";

type Props = {
  publication: Publication;
  logo: PictureFile | undefined;
  sections: readonly SectionLink[];
  current: string | undefined;
};

export function SiteHeader({ publication, logo, sections, current }: Props) {
  const isFront = current === "front";
  const Nameplate = isFront ? "h1" : "p";
  return (
    <header className={isFront ? `${styles.header} ${styles.front}` : styles.header}>
      <div className={styles.top}>
        <Nameplate className={styles.nameplate}>
          <a href="/" className={logo ? styles.logo : styles.name} aria-current={isFront ? "page" : undefined}>
            {logo ? <Picture picture={logo} alt={publication.name} place="logo" isFirst /> : publication.name}
          </a>
        </Nameplate>
        {publication.tagline && <p className={styles.tagline}>{publication.tagline}</p>}
        <a className={styles.search} href="/search">
          Search
        </a>
      </div>
      <nav className={styles.navigation} aria-label="Sections">
        <ul>
          {sections.map(({ name, slug }) => (
            <li key={slug}>
              <a href={sectionPath(slug)} aria-current={slug === current ? "true" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
