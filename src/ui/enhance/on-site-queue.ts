export type MarkName = "arrived" | "left" | "missed" | "excused" | "cleared";

/** One tick that waits on this device until the house has taken it. */
export type Waiting = {
  readonly id: string;
  readonly mark: MarkName;
  readonly how: "list" | "code";
  readonly markedAt: number;
  /** Who ticked it: whoever signs in later on this device does not send it as their own. */
  readonly by: string;
  readonly signupId?: string;
  readonly walkIn?: { readonly needId: string; readonly name: string; readonly party: number };
  /** The mark with which this device wrote somebody down before. */
  readonly of?: string;
  readonly shift?: string;
  readonly people?: number;
};

// One entry each: two windows never write over each other's.
const prefix = (plan: string): string => `vor-ort:${plan}:`;

/** Lays a tick up where it survives the closing of the page; answers whether this device could. */
export const put = (plan: string, waiting: Waiting): boolean => {
  try {
    localStorage.setItem(prefix(plan) + waiting.id, JSON.stringify(waiting));
    return true;
  } catch {
    return false;
  }
};

export const remove = (plan: string, id: string): void => localStorage.removeItem(prefix(plan) + id);

/** Everything of this plan that waits, the first tick first. */
export const list = (plan: string): Waiting[] => {
  const start = prefix(plan);
  const waiting: Waiting[] = [];
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at) ?? "";
      if (key.startsWith(start)) waiting.push(JSON.parse(localStorage.getItem(key) ?? "") as Waiting);
    }
  } catch {
    // Where nothing may be kept, nothing waits.
  }
  return waiting.sort((one, other) => one.markedAt - other.markedAt);
};
