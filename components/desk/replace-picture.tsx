import { Button } from "./button.tsx";
import styles from "./form.module.css";
import { PICTURE_FILES } from "./pick-pictures.tsx";

/** A plain form, since a file of a picture's size is more than an action takes. */
export function ReplacePicture({ id }: { id: number }) {
  return (
    <form method="post" action="/desk/pictures/sent" encType="multipart/form-data" className={styles.form}>
      <input type="hidden" name="replaces" value={id} />
      <label className={styles.field}>
        <span className={styles.label}>The other file</span>
        <input type="file" name="pictures" required accept={PICTURE_FILES} className={styles.control} />
      </label>
      <div className={styles.buttons}>
        <Button type="submit">Replace</Button>
      </div>
    </form>
  );
}
