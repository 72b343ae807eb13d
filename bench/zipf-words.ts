/** Words that follow Zipf's law as those of a language do: some stand in nearly every text and most in few. */
const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu an er in or ul st tr ch".split(" ");
const WORDS = 60_000;
const harmonic = Math.log(WORDS) + 0.577;
/** By rank, the commonest first. */
const vocabulary = Array.from({ length: WORDS }, (_, rank) => {
  let word = "";
  for (let rest = rank + 900; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
});

/** A source of words, the same ones in every run. */
export function zipfWords(seed: number) {
  let state = seed;
  /** Numbers from 0 to 1 (mulberry32). */
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** The word of rank r comes in proportion to 1/r. */
  const drawn = () => vocabulary[Math.min(WORDS - 1, Math.floor(Math.exp(random() * harmonic)) - 1)] ?? "";
  return {
    text: (count: number): string => Array.from({ length: count }, drawn).join(" "),
    /** A word whose rank lies between two. */
    ranked: (from: number, to: number): string => vocabulary[Math.floor(from + random() * (to - from))] ?? "",
  };
}
