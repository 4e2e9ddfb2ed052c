/** One thing the doctor looked at. */
export type Finding = {
  readonly about: string;
  readonly level: "ok" | "warn" | "fail";
  readonly words: string;
  /** What to do about it. */
  readonly advice?: string;
};

/** All is well with this. */
export const well = (about: string, words: string): Finding => ({ about, level: "ok", words });

/** It works, but somebody should look at it. */
export const odd = (about: string, words: string, advice: string): Finding => ({
  about,
  level: "warn",
  words,
  advice,
});

/** It does not work. */
export const broken = (about: string, words: string, advice: string): Finding => ({
  about,
  level: "fail",
  words,
  advice,
});
