/** How far a long step is, after so many seconds of it. */
export type HowFar = {
  step: string;
  done: number;
  all: number;
  seconds: number;
  /** Whether bytes are counted; else things. */
  isBytes: boolean;
};

/** The same as people read it: 0 to 100, "3.4 MB a second", "2 min 5 s left". A single thing has no speed. */
export type HowFarInWords = { percent: number; speed: string; left: string };

export function howFarInWords({ done, all, seconds, isBytes }: Omit<HowFar, "step">): HowFarInWords {
  const share = all > 0 ? Math.min(1, done / all) : 0;
  const rate = seconds > 0 ? done / seconds : 0;
  const ofThings = all > 1 ? `${rate.toFixed(rate < 10 ? 1 : 0)} a second` : "";
  const speed = isBytes ? `${(rate / 1e6).toFixed(1)} MB a second` : ofThings;
  return { percent: Math.floor(share * 100), speed, left: rate > 0 ? inTime((all - done) / rate) : "" };
}

function inTime(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s left`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s left`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}
