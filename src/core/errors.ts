/** What one may not see is not there: the page says so with 404, whoever asks. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** One sees it, but may not do this: 403, and a way to sign in. */
export class Forbidden extends Error {
  override readonly name = "Forbidden";
}

/** Too many tries from one address or for one account: 429 with the seconds to wait. */
export class TooMany extends Error {
  override readonly name = "TooMany";
  readonly seconds: number;
  constructor(seconds: number) {
    super("too many tries");
    this.seconds = seconds;
  }
}

/** Insists that a row is there. */
export const found = <T>(row: T | undefined | null): T => {
  if (row === undefined || row === null) throw new NotFound();
  return row;
};

/** Insists that the policy said yes. */
export const allow = (answer: boolean): void => {
  if (!answer) throw new Forbidden();
};
