import { examine } from "./examination.ts";
import { allParts } from "./parts.ts";

/** `npm test`: everything. */
export const run = (): Promise<number> => examine(allParts);
