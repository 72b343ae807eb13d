import { Button } from "../button.tsx";
import styles from "./queue.module.css";

/** All comments as a file for spreadsheets. A form, since the log tells who took them along. */
export function ExportForm({ action, mayReveal }: { action: string; mayReveal: boolean }) {
  return (
    <details className={styles.more}>
      <summary>Take all comments along</summary>
      <form method="post" action={action} className={styles.deeds}>
        <p>One CSV file with every comment, whatever became of it. The log keeps who did this.</p>
        {mayReveal && (
          <label>
            <input type="checkbox" name="addresses" /> With the email addresses of commenters, who were promised that
            they are not published
          </label>
        )}
        <div>
          <Button type="submit">Download</Button>
        </div>
      </form>
    </details>
  );
}
