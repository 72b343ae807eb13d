import { Notice } from "./panel.tsx";
import styles from "./sent-pictures.module.css";
import { uploadRefusals } from "./upload-picture.ts";

type Props = {
  /** Names of files that are in the library now. */
  kept: readonly string[];
  /** A reason, and the name of the file after a space. */
  refused: readonly string[];
  isReplaced?: boolean;
};

const refusals: Readonly<Record<string, string>> = {
  ...uploadRefusals,
  "too-heavy": "This is larger than 25 MB in all. Please send fewer or smaller files.",
  "already-there": "The library has this very file already, perhaps among the deleted. Place that one instead.",
  "not-found": "The picture is no longer in the library.",
  nothing: "Please choose a file first.",
};

/** What became of the pictures of a plain form, as its answer's address says. */
export function SentPictures({ kept, refused, isReplaced = false }: Props) {
  if (!isReplaced && kept.length + refused.length === 0) return null;
  return (
    <div className={styles.sent}>
      {isReplaced && <Notice tone="good">Replaced. Pages that show it have the new file now.</Notice>}
      {kept.length > 0 && <Notice tone="good">In the library: {kept.join(", ")}.</Notice>}
      {refused.length > 0 && (
        <Notice tone="danger">
          {refused.map((line) => (
            <p key={line}>{inWords(line)}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

function inWords(line: string): string {
  const [, reason = "", filename = ""] = /^(\S+) ?(.*)$/.exec(line) ?? [];
  const words = refusals[reason] ?? "This could not be read.";
  return filename ? `${filename}: ${words}` : words;
}
