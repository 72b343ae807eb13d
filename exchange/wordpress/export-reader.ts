import { type Progress, readXml } from "../move-in/xml-stream.ts";
import { ExportRecords, type WordPressRecord } from "./export-records.ts";

const KIND = {
  what: "a WordPress export",
  sign: "those begin with <rss> and name WordPress’ own words",
  items: ["item"],
};

/** The posts, authors and terms of a WordPress export (WXR 1.0 to 1.2) in the order of the file. */
export const readExport = (path: string, progress?: Progress): AsyncGenerator<WordPressRecord> =>
  readXml(path, KIND, new ExportRecords(), progress);
