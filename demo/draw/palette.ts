/** The art director's box of inks. Every picture uses these and mixtures of these, and nothing else. */
export const ink = "#16202e";
export const night = "#22344c";
export const paper = "#f4eee2";
export const sand = "#e6d9bd";
export const vermilion = "#d8442b";
export const brick = "#9c3a25";
export const ochre = "#d9a441";
export const straw = "#ecca86";
export const sea = "#2f6f7e";
export const deep = "#1d4c5a";
export const foam = "#8fb8b5";
export const mist = "#cbdcd5";
export const moss = "#5d6f4c";
export const leaf = "#95a272";
export const pine = "#2f3f31";
export const clay = "#c98a7a";
export const blush = "#e8c3b2";

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** `share` of the second colour in the first: 0 leaves the first as it is, 1 is the second. */
export function mix(first: string, second: string, share: number): string {
  const other = channels(second);
  const mixed = channels(first).map((value, index) => Math.round(value + ((other[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** A colour along a run of colours; `position` goes from 0 to 1. */
export function ramp(colours: readonly string[], position: number): string {
  const place = Math.min(Math.max(position, 0), 1) * (colours.length - 1);
  const index = Math.min(Math.floor(place), colours.length - 2);
  return mix(colours[index] ?? ink, colours[index + 1] ?? ink, place - index);
}
