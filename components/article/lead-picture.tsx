import { Caption } from "./caption";
import styles from "./lead-picture.module.css";
import { Picture, type PictureFile } from "./picture";

type Props = { picture: PictureFile & { alt: string; caption: string; credit: string } };

/** The picture at the head of an article, with its caption and credit. */
export function LeadPicture({ picture }: Props) {
  return (
    <figure className={styles.figure}>
      <Picture picture={picture} alt={picture.alt} place="article" isFirst />
      <Caption caption={picture.caption} credit={picture.credit} />
    </figure>
  );
}
