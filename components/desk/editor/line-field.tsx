import type { FormEvent, KeyboardEvent, RefObject } from "react";
import styles from "./paper.module.css";
import { typedQuote } from "./typed-quotes.ts";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  className: string | undefined;
  language: string;
  /** Enter leads on to what comes next on the paper. */
  onEnter: () => void;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  disabled: boolean;
};

/** One line of the paper's head: grows with its words, holds no line breaks, and prints proper quotation marks. */
export function LineField({ label, value, onChange, placeholder, className, language, onEnter, ...rest }: Props) {
  const setQuotes = (event: FormEvent<HTMLTextAreaElement> & { data?: string | null }) => {
    const sign = event.data;
    if (sign !== '"' && sign !== "'") return;
    event.preventDefault();
    const { selectionStart } = event.currentTarget;
    // The one way to insert text that the browser's own undo knows of.
    document.execCommand("insertText", false, typedQuote(sign, value.slice(0, selectionStart), language));
  };
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <div className={`${styles.grow} ${className ?? ""}`} data-words={value || placeholder}>
      <textarea
        ref={rest.fieldRef}
        aria-label={label}
        rows={1}
        value={value}
        placeholder={placeholder}
        disabled={rest.disabled}
        onBeforeInput={setQuotes}
        onKeyDown={goOn}
        onChange={(event) => onChange(event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, " "))}
      />
    </div>
  );
}
