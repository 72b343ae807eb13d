import styles from "./qr-code.module.css";

type Props = { size: number; dark: (row: number, column: number) => boolean; label: string };

/** Dark on light in both schemes, with the four modules of quiet around that readers need (ISO/IEC 18004). */
export function QrCode({ size, dark, label }: Props) {
  const rows = Array.from({ length: size }, (_, row) => row);
  const path = rows.flatMap((row) =>
    rows.filter((column) => dark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
  );
  return (
    <svg className={styles.code} viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <path d={path.join("")} />
    </svg>
  );
}
