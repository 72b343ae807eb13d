import styles from "./private-page.module.css";

type Props = { action: string; form: string; deed?: string; label: string; comment?: number; main?: boolean };

/** One deed behind one button: a form, so that opening a page changes nothing. */
export function PostButton({ action, form, deed, label, comment, main = false }: Props) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="form" value={form} />
      {comment !== undefined && <input type="hidden" name="comment" value={comment} />}
      <button className={main ? styles.main : styles.button} type="submit" name="deed" value={deed ?? ""}>
        {label}
      </button>
    </form>
  );
}
