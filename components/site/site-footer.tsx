import { copyrightLine } from "#core/copyright-line";
import { sectionPath } from "#core/paths";
import styles from "./site-footer.module.css";
import type { Publication, SectionLink } from "./site-frame";

/** Among the places to connect with where somebody has put it there, else among the sections. */
const FEED = "/feed.xml";

type Props = { publication: Publication; sections: readonly SectionLink[] };

export function SiteFooter({ publication, sections }: Props) {
  return (
    <footer className={styles.footer} data-later="">
      <div className={styles.inner}>
        <div className={styles.about}>
          <p className={styles.name}>{publication.name}</p>
          {publication.tagline && <p className={styles.tagline}>{publication.tagline}</p>}
        </div>
        <nav aria-label="All sections">
          <h2 className={styles.heading}>Sections</h2>
          <ul className={styles.links}>
            {sections.map(({ name, slug }) => (
              <li key={slug}>
                <a href={sectionPath(slug)}>{name}</a>
              </li>
            ))}
            <li>
              <a href="/archive">Archive</a>
            </li>
            {!publication.socialLinks.some(({ url }) => url === FEED) && (
              <li>
                <a href={FEED}>RSS</a>
              </li>
            )}
          </ul>
        </nav>
        {publication.socialLinks.length > 0 && (
          <nav aria-labelledby="connect">
            <h2 className={styles.heading} id="connect">
              Connect with us
            </h2>
            <ul className={styles.links}>
              {publication.socialLinks.map(({ label, url }) => (
                <li key={url}>
                  <a href={url} rel={url.startsWith("/") ? undefined : "me noopener"}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p className={styles.copyright}>
          <span>{copyrightLine(publication.copyright)}</span> <a href="/privacy">Privacy</a>
        </p>
      </div>
    </footer>
  );
}
