/**
 * One line of a CSV file (RFC 4180). Spreadsheets run what begins like a formula, and what people typed may: such a value gets
 * an apostrophe in front, which a spreadsheet reads as "this is text".
 */
export const csvLine = (values: readonly (string | number | null)[]): string =>
  `${values.map((value) => quoted(typeof value === "number" ? String(value) : asText(value ?? ""))).join(",")}\r\n`;

/** Also after blanks and in the wide forms of the signs, since spreadsheets overlook the difference. */
const asText = (value: string): string => (/^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value);

const quoted = (value: string): string => (/[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
