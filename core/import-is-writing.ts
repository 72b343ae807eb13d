/** What the desk answers where an import has kept a deed waiting too long; nothing was done then. */
export const importIsWriting = "An import is writing just now. Please send this again in a few minutes.";
