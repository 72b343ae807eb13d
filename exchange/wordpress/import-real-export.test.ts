import "#db/testing/temporary-database";
import { realInput, skippedWithout } from "#core/testing/real-input";
import { testWholeExport } from "../testing/whole-export.ts";

const real = "national-update.wxr.xml";

testWholeExport({
  path: realInput(real),
  skip: skippedWithout(real),
  section: "asia",
  published: [
    "2024-10-29T09:00:00.000Z",
    "2024-11-05T09:00:00.000Z",
    "2024-11-12T09:00:00.000Z",
    "2024-11-26T09:00:00.000Z",
  ],
  ofParagraphs: [2104, 2071, 2049, 2033],
  bylines: { "Joohyun Moon": "Professor of", "YongHan Park": "Researcher" },
  signs: ["“", "’", "—", "Défense", "(The End]"],
  formerPath: "/?p=2104",
});
