import type { Threshold } from "./resolution.ts";
import { leastOf } from "./resolution-rules.ts";

/** Somebody cannot live with a motion: why, and what would have to change. */
export type Objection = {
  readonly seat: string;
  /** The version of the wording it is about. */
  readonly version: number;
  readonly reason: string;
  readonly change: string;
  readonly state: "open" | "integrated" | "withdrawn";
};

/** A seat has answered to a version: it consents, stands aside, or objects. */
export type ConsentResponse = { readonly seat: string; readonly version: number };

export type ConsentCase = {
  readonly version: number;
  readonly objections: readonly Objection[];
  readonly responses: readonly ConsentResponse[];
  /** The seats that are asked: with a vote and without an interest of their own. */
  readonly entitled: readonly string[];
  readonly quorum: Threshold;
  /** Moments as numbers: milliseconds, or any that grow. */
  readonly deadline: number;
  readonly now: number;
};

export type ConsentDecision = {
  /** "open" until the deadline, however clear it looks. */
  readonly state: "open" | "passed" | "rejected";
  readonly reasons: readonly ("objections" | "participation")[];
  readonly responses: number;
  readonly entitled: number;
  readonly needed: number;
  /** Seats with an open, reasoned objection to this version. */
  readonly objecting: readonly string[];
  /** Objections that do not stand in the way: no reason or no change was given. */
  readonly incomplete: readonly string[];
};

const said = (text: string): boolean => text.trim() !== "";

/**
 * Consent: a motion passes if at the deadline nobody has an open reasoned objection and enough have answered. An
 * integrated objection makes a new version, for which answers begin anew.
 */
export const decideConsent = (situation: ConsentCase): ConsentDecision => {
  const asked = new Set(situation.entitled);
  const current = situation.objections.filter(
    ({ seat, version, state }) => asked.has(seat) && version === situation.version && state === "open",
  );
  const reasoned = current.filter(({ reason, change }) => said(reason) && said(change));
  const seats = (ofThem: readonly { readonly seat: string }[]) =>
    [...new Set(ofThem.map(({ seat }) => seat))].toSorted();
  const answers = [...situation.responses, ...situation.objections].filter(
    ({ seat, version }) => asked.has(seat) && version === situation.version,
  );
  const responses = seats(answers).length;
  const needed = Math.max(1, leastOf(situation.quorum, asked.size));
  const reasons = [
    ...(reasoned.length > 0 ? (["objections"] as const) : []),
    ...(responses < needed ? (["participation"] as const) : []),
  ];
  return {
    state: situation.now < situation.deadline ? "open" : reasons.length === 0 ? "passed" : "rejected",
    reasons,
    responses,
    entitled: asked.size,
    needed,
    objecting: seats(reasoned),
    incomplete: seats(current.filter((objection) => !reasoned.includes(objection))),
  };
};
