/** Those most often printed. */
const usual = "ar bn cs de en es fa fi fr he hi id it ja ko ms nl pl pt ru sv th tr uk ur vi zh-Hans zh-Hant".split(
  " ",
);

/** The languages an article can be given; one that is in another keeps it in the list. */
export const languagesFor = (own: string | null): string[] => (own && !usual.includes(own) ? [own, ...usual] : usual);

/** What the desk calls a language. */
export const nameOfLanguage = (tag: string): string => new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
