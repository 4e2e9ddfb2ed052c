import type { Signup, SignupState } from "#modules/shifts/schema.ts";

export type Told = "confirmed" | "asked" | "waiting" | "declined" | "removed" | "canceled" | "passed";

export type Step = Pick<SignupState, "reason" | "byId"> & {
  readonly state: string;
  readonly how: Signup["how"];
  readonly personId: Signup["personId"];
};

const told = new Set<string>(["confirmed", "asked", "waiting", "declined", "removed", "canceled", "passed"]);
/** Who hears of these elsewhere, or saw it on the page where they did it. */
const known = new Set(["shift_canceled", "handover", "moved", "walk_in"]);

/**
 * Whether somebody hears of a step of their sign-up, and how soon: at once what they wait for or must know, with their
 * next letter what a plan decided for many at once.
 */
export const newsOf = ({ state, reason, how, byId, personId }: Step): "mail" | "letter" | undefined => {
  if (!told.has(state) || known.has(reason) || how === "walk_in") return undefined;
  // A rule that blocks has said so on the page, with the way to the contact point.
  if (state === "declined" && reason === "rule") return undefined;
  if (state === "canceled" && byId === personId) return undefined;
  // Who comes every second Tuesday has said so once.
  if (state === "confirmed" && how === "commitment") return undefined;
  if (state === "passed") return "letter";
  return state === "confirmed" && (how === "plan" || how === "import") ? "letter" : "mail";
};
