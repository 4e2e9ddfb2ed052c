/** From where to where, until when; days as "2026-11-24". */
export type Aim = {
  readonly direction: "up" | "down";
  readonly baseline: number;
  readonly baselineOn: string;
  readonly target: number;
  readonly targetOn: string;
};

export type Measured = { readonly value: number; readonly measuredOn: string };

/**
 * `reached` the target is met · `onTrack` at least nine tenths of the even way to it · `behind` less than that ·
 * `worse` on the wrong side of where it began · `stale` the last value is older than thirteen months ·
 * `missing` nothing was measured since it began.
 */
export const stands = ["reached", "onTrack", "behind", "worse", "stale", "missing"] as const;
export type Stand = (typeof stands)[number];

const dayMilliseconds = 86_400_000;
/** Yearly figures come a month late; what is older than that says nothing about today. */
export const staleAfterDays = 396;
// Values rarely lie exactly on the line: a tenth of the way is no delay.
const tolerance = 0.9;

const days = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);

/** The share of the way that was gone: 0 at the baseline, 1 at the target, below 0 on the wrong side. */
export const shareDone = ({ baseline, target }: Aim, value: number): number =>
  target === baseline ? (value === target ? 1 : 0) : (value - baseline) / (target - baseline);

/** The value on the even way from baseline to target on this day; before and after it stands still. */
export const expectedOn = ({ baseline, baselineOn, target, targetOn }: Aim, day: string): number => {
  const whole = Math.max(1, days(baselineOn, targetOn));
  const share = Math.min(1, Math.max(0, days(baselineOn, day) / whole));
  return baseline + (target - baseline) * share;
};

const meets = ({ direction, target }: Aim, value: number): boolean =>
  direction === "up" ? value >= target : value <= target;

/** Where it stands on this day, by the latest value: a value is compared with the even way on the day it was measured. */
export const standOn = (aim: Aim, latest: Measured | undefined, today: string): Stand => {
  if (!latest || latest.measuredOn <= aim.baselineOn) return "missing";
  if (days(latest.measuredOn, today) > staleAfterDays) return "stale";
  if (meets(aim, latest.value)) return "reached";
  const gone = shareDone(aim, latest.value);
  if (gone < 0) return "worse";
  const due = shareDone(aim, expectedOn(aim, latest.measuredOn));
  return gone >= due * tolerance ? "onTrack" : "behind";
};
