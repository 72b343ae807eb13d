import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { count, id, moment, reference, structured, words } from "../columns.ts";

/** One made size of a picture; its file is `media/<hash>/<width>.<format>` in the data folder. */
export type PictureSize = { width: number; height: number; format: "avif" | "webp" | "jpeg"; bytes: number };

export const media = sqliteTable(
  "media",
  {
    id: id(),
    /** SHA-256 of the file as it was uploaded, in hexadecimal: its address, and the same picture twice is one row. */
    hash: words("hash").notNull().unique(),
    filename: words("filename").notNull(),
    width: count("width").notNull(),
    height: count("height").notNull(),
    sizes: structured<PictureSize[]>("sizes").notNull(),
    /** The average colour as #rrggbb, shown where the picture will appear. */
    colour: words("colour").notNull(),
    alt: words("alt").notNull().default(""),
    caption: words("caption").notNull().default(""),
    credit: words("credit").notNull().default(""),
    /** What crops must keep in view, in per cent from the left and the top. */
    focalX: count("focal_x").notNull().default(50),
    focalY: count("focal_y").notNull().default(50),
    uploadedAt: moment("uploaded_at").notNull(),
    uploadedBy: reference("uploaded_by"),
    deletedAt: moment("deleted_at"),
  },
  (table) => [index("media_uploaded").on(table.uploadedAt)],
);
