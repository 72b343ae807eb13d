import styles from "./picture.module.css";

export type PictureFile = {
  hash: string;
  width: number;
  height: number;
  sizes: readonly { width: number; height: number; format: "avif" | "webp" | "jpeg" }[];
  /** Per cent from the left and the top: what a crop keeps in view. */
  focalX: number;
  focalY: number;
};

/** The window without the two gutters of a page (tokens.css). */
const COLUMN = "calc(92.8vw - 0.4rem)";

/** How wide a picture stands in each place, for the browser's choice of a size. */
const placeSizes = {
  lead: `(min-width: 80rem) 44rem, (min-width: 64rem) 55vw, ${COLUMN}`,
  article: `(min-width: 68rem) 64rem, ${COLUMN}`,
  body: `(min-width: 44rem) 40rem, ${COLUMN}`,
  feature: `(min-width: 80rem) 38rem, (min-width: 48rem) 50vw, ${COLUMN}`,
  card: "(min-width: 80rem) 19rem, (min-width: 40rem) 45vw, 7rem",
  thumb: "(min-width: 48rem) 15rem, 7rem",
  logo: "32rem",
} as const;

export type PicturePlace = keyof typeof placeSizes;

type Props = {
  picture: PictureFile;
  alt: string;
  place: PicturePlace;
  /** The page's largest picture, which is fetched first. */
  isFirst?: boolean;
  /** Cut to three by two around what matters; otherwise the picture keeps its shape. */
  isCropped?: boolean;
};

/** A picture of the library in the best format and the nearest size. Shows nothing where no size was ever made. */
export function Picture({ picture, alt, place, isFirst = false, isCropped = false }: Props) {
  const fallback = picture.sizes
    .filter(({ format }) => format === "jpeg" || format === "webp")
    .toSorted((one, other) => Math.abs(one.width - 1_000) - Math.abs(other.width - 1_000))
    .toSorted((one, other) => Number(other.format === "jpeg") - Number(one.format === "jpeg"))[0];
  if (!fallback) return null;
  const focus = isCropped ? ` ${focalClass("x", picture.focalX)} ${focalClass("y", picture.focalY)}` : "";
  return (
    <picture className={isCropped ? `${styles.frame} ${styles.cropped}` : styles.frame}>
      {(["avif", "webp"] as const).map((format) => (
        <Source key={format} picture={picture} format={format} sizes={placeSizes[place]} />
      ))}
      <img
        className={`${styles.image}${focus}`}
        src={fileAddress(picture.hash, fallback)}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading={isFirst ? undefined : "lazy"}
        fetchPriority={isFirst ? "high" : undefined}
        decoding="async"
      />
    </picture>
  );
}

function Source({ picture, format, sizes }: { picture: PictureFile; format: "avif" | "webp"; sizes: string }) {
  const files = picture.sizes.filter((size) => size.format === format);
  if (files.length === 0) return null;
  const srcSet = files
    .toSorted((one, other) => one.width - other.width)
    .map((size) => `${fileAddress(picture.hash, size)} ${size.width}w`)
    .join(", ");
  return <source type={`image/${format}`} srcSet={srcSet} sizes={sizes} />;
}

/** Where delivery serves a made size of a picture. */
const fileAddress = (hash: string, { width, format }: { width: number; format: string }) =>
  `/media/${hash}/${width}.${format}`;

/** The nearest of eleven places on an axis: a class, since a reader's page may carry no inline style. */
function focalClass(axis: "x" | "y", percent: number): string {
  const tenth = Math.min(10, Math.max(0, Math.round(percent / 10)));
  return tenth === 5 ? "" : (styles[`${axis}${tenth}`] ?? "");
}
