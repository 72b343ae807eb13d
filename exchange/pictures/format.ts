/** The formats we take, known by the file's first bytes: its name and what a sender says of it prove nothing. */
export type TakenFormat = "jpeg" | "png" | "webp" | "gif" | "avif";

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** Undefined for everything else: SVG (which can carry scripts), HEIC, TIFF, PDF, and what is no picture at all. */
export function pictureFormat(bytes: Uint8Array): TakenFormat | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return "gif";
  if (ascii(bytes, 4, 8) === "ftyp") return /^avi[fs]$/.test(ascii(bytes, 8, 12)) ? "avif" : undefined;
  return undefined;
}

/** What a file is that ends so. Other endings claim nothing. */
const endings = new Map(
  Object.entries({
    jpeg: ["jpg", "jpeg", "jpe", "jfif"],
    png: ["png"],
    webp: ["webp"],
    gif: ["gif"],
    avif: ["avif"],
    "no picture that we take": ["svg", "svgz", "heic", "heif", "tif", "tiff", "bmp", "pdf", "html"],
  }).flatMap(([format, all]) => all.map((ending) => [ending, format] as const)),
);

/** Whether a file's name claims that it is of another kind than the picture its bytes are. */
export function isNamedOtherwise(filename: string, bytes: Uint8Array): boolean {
  const claimed = endings.get(filename.slice(filename.lastIndexOf(".") + 1).toLowerCase());
  const found = pictureFormat(bytes);
  return claimed !== undefined && found !== undefined && claimed !== found;
}
