import { VisuallyHidden } from "../ui/visually-hidden";
import styles from "./text-size.module.css";

const sizes = [
  { value: "smaller", label: "Smaller" },
  { value: "usual", label: "Usual" },
  { value: "larger", label: "Larger" },
  { value: "largest", label: "Largest" },
] as const;

/** How large the text is set. The style sheet alone does it; the script remembers it on the device. */
export function TextSize() {
  return (
    <fieldset className={styles.sizes} data-text-size="">
      <legend className={styles.legend}>Text size</legend>
      {sizes.map(({ value, label }) => (
        <label key={value} className={styles.size} title={label}>
          <input
            type="radio"
            name="text-size"
            value={value}
            defaultChecked={value === "usual"}
            className={`${styles.choice} ${styles[value]}`}
          />
          <span className={styles.letter} aria-hidden="true">
            A
          </span>
          <VisuallyHidden>{label}</VisuallyHidden>
        </label>
      ))}
    </fieldset>
  );
}
