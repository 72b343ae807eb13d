import { Picture, type PictureFile } from "#components/article/picture";
import { isSafeHref } from "#core/document";
import styles from "./contributor-head.module.css";

type Props = {
  contributor: {
    name: string;
    affiliation: string;
    bio: string;
    links: readonly { label: string; url: string }[];
    picture: PictureFile | null;
  };
};

/** Who a contributor is. */
export function ContributorHead({ contributor }: Props) {
  const { name, affiliation, bio, picture } = contributor;
  const links = contributor.links.filter(({ url }) => isSafeHref(url));
  return (
    <header className={styles.head}>
      {picture && (
        <div className={styles.picture}>
          <Picture picture={picture} alt="" place="thumb" isCropped />
        </div>
      )}
      <div>
        <p className={styles.label}>Contributor</p>
        <h1 className={styles.name}>{name}</h1>
        {affiliation && <p className={styles.affiliation}>{affiliation}</p>}
        {bio && <p className={styles.bio}>{bio}</p>}
        {links.length > 0 && (
          <ul className={styles.links}>
            {links.map(({ label, url }) => (
              <li key={url}>
                <a href={url} rel="external noopener">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </header>
  );
}
