import { messages } from "#core/messages.ts";
import type { Signup } from "#modules/shifts/schema.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The words of sign-ups. */
const say = messages(
  {
    state_asked: "asked for",
    state_confirmed: "confirmed",
    state_waiting: "waiting",
    state_offered: "a place is held for you",
    state_declined: "declined",
    state_canceled: "canceled",
    state_removed: "taken off the list",
    state_passed: "the offer has passed",
    confirmed_free: "There was a free place.",
    confirmed_rule: "Confirmed at once by a rule of the organization.",
    confirmed_planner: "Confirmed by those who plan.",
    confirmed_accepted: "The offered place was taken.",
    confirmed_plan: "Given this place by the plan.",
    confirmed_office: "Entered by the organization or the contact point.",
    confirmed_commitment: "From the standing commitment.",
    confirmed_handover: "Taken over from somebody else.",
    confirmed_call: "Came when help was called for.",
    confirmed_walk_in: "Just came along.",
    confirmed_import: "Taken over from a table.",
    asked_plan: "Here every sign-up is looked at first. The place is held until then.",
    asked_rule: "A rule of the organization asks for a look first. The place is held until then.",
    asked_age: "The task has a minimum age, and the age is not known. So somebody looks first.",
    asked_accepted: "The offered place was taken; those who plan still have to agree.",
    waiting_full: "All places were taken.",
    waiting_elsewhere:
      "A place was free, but there was another shift at the same time. The number in the line stays.",
    waiting_group: "Fewer places were free than the group needs. The number in the line stays.",
    offered_free: "A place became free, and this was the next number in the line.",
    offered_part: "Fewer places became free than the group needs. What there is was offered.",
    passed_expired: "Nobody answered in time. The place went to the next one.",
    canceled_self: "Canceled by the person.",
    canceled_office: "Canceled by the organization or the contact point.",
    canceled_no_thanks: "The offered place was not wanted. It went to the next one.",
    canceled_handover: "Given to somebody else.",
    canceled_commitment: "The standing commitment pauses or has ended.",
    removed_planner: "Taken off the list by those who plan.",
    removed_double: "Signed up twice at the same time. The other sign-up counts.",
    removed_shift_canceled: "The shift is called off.",
    declined_planner: "Those who plan said no.",
    declined_rule: "A rule of the organization does not allow this sign-up.",
  },
  { de },
);

type Reader = { readonly language: string };

/** What a state of a sign-up is called. */
export const stateName = (reader: Reader, state: Signup["state"]): string => say(reader)(`state_${state}`);

const reasons = [
  "confirmed_free",
  "confirmed_rule",
  "confirmed_planner",
  "confirmed_accepted",
  "confirmed_plan",
  "confirmed_office",
  "confirmed_commitment",
  "confirmed_handover",
  "confirmed_call",
  "confirmed_walk_in",
  "confirmed_import",
  "asked_plan",
  "asked_rule",
  "asked_age",
  "asked_accepted",
  "waiting_full",
  "waiting_elsewhere",
  "waiting_group",
  "offered_free",
  "offered_part",
  "passed_expired",
  "canceled_self",
  "canceled_office",
  "canceled_no_thanks",
  "canceled_handover",
  "canceled_commitment",
  "removed_planner",
  "removed_double",
  "removed_shift_canceled",
  "declined_planner",
  "declined_rule",
] as const;

/** Why a sign-up came into its state, as a sentence; nothing where the reason has none. */
export const reasonOf = (
  reader: Reader,
  step: { readonly state: string; readonly reason: string },
): string => {
  const known = reasons.find((name) => name === `${step.state}_${step.reason}`);
  return known ? say(reader)(known) : "";
};
