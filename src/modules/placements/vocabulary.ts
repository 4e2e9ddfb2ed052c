import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How a consultation was held. */
export const consultationChannels = ["counter", "phone", "home", "video", "mail"] as const;

/** What a referral can be, in the order of a good course. */
export const referralStates = [
  "proposed",
  "released",
  "sent",
  "accepted",
  "trial",
  "placed",
  "ended",
  "declined",
  "withdrawn",
] as const;

/** What stands in the history of a referral: its states, and what happened between two of them. */
export const stepKinds = [...referralStates, "asked", "reminded"] as const;

/** How a step reached us. */
export const stepChannels = ["web", "mail", "paper", "phone", "counter", "system"] as const;

/** How a person released their data, or what was said on a follow-up. */
export const givenWays = ["web", "paper", "phone", "counter"] as const;

/** The ways the office can note; the web is the person's own. */
export const notedWays = ["counter", "phone", "paper"] as const;

/** All that can ever be passed on to an organization. */
export const sharedData = ["name", "phone", "email", "note"] as const;

/** Why an organization declines. */
export const declineReasons = ["taken", "no_capacity", "paused", "not_fitting", "other"] as const;

/** Why a person withdraws before it began. */
export const withdrawReasons = [
  "changed_mind",
  "no_time",
  "too_far",
  "not_fitting",
  "health",
  "other",
] as const;

/** Why something that had begun is over. */
export const endReasons = [
  "finished",
  "no_time",
  "not_fitting",
  "health",
  "moved",
  "organization",
  "other",
] as const;

export const reasons = [...declineReasons, ...withdrawReasons, ...endReasons] as const;

/** What both sides answer after 2, 6 and 12 weeks. */
export const followUpAnswers = ["good", "unsure", "not_good"] as const;
/** What the office notes besides. */
export const notedAnswers = [...followUpAnswers, "unreachable"] as const;

export const followUpWeeks = [2, 6, 12] as const;
export const sides = ["person", "organization"] as const;

export type ReferralState = (typeof referralStates)[number];
export type StepKind = (typeof stepKinds)[number];
export type StepChannel = (typeof stepChannels)[number];
export type GivenWay = (typeof givenWays)[number];
export type SharedData = (typeof sharedData)[number];
export type Reason = (typeof reasons)[number];
export type FollowUpAnswer = (typeof notedAnswers)[number];

const say = messages(
  {
    consultation_counter: "at the counter",
    consultation_phone: "by phone",
    consultation_video: "by video",
    consultation_home: "at home",
    consultation_mail: "in writing",
    state_proposed: "Proposed",
    state_released: "Released",
    state_sent: "Asked",
    state_accepted: "Accepted",
    state_trial: "Trial",
    state_placed: "Placed",
    state_ended: "Ended",
    state_declined: "Declined",
    state_withdrawn: "Withdrawn",
    state_asked: "Question back",
    state_reminded: "Reminded",
    way_web: "on this website",
    way_mail: "by e-mail",
    way_paper: "on paper",
    way_phone: "by phone",
    way_counter: "at the counter",
    way_system: "by itself",
    data_name: "Name",
    data_phone: "Phone number",
    data_email: "E-mail address",
    data_note: "A few words about me",
    reason_taken: "The place is taken",
    reason_no_capacity: "No time for an induction now",
    reason_paused: "The offer rests for now",
    reason_not_fitting: "It does not fit",
    reason_changed_mind: "Changed their mind",
    reason_no_time: "No time",
    reason_too_far: "Too far away",
    reason_health: "Health",
    reason_finished: "Ended as planned",
    reason_moved: "Moved away",
    reason_organization: "The organization ended it",
    reason_other: "Another reason",
    answer_good: "It fits",
    answer_unsure: "Not sure",
    answer_not_good: "It does not fit",
    answer_unreachable: "Not reached",
    week_2: "after 2 weeks",
    week_6: "after 6 weeks",
    week_12: "after 12 weeks",
  },
  { de },
);

/** "am Telefon" for `phone`. */
export const consultationChannelName = naming(consultationChannels, (reader, code) =>
  say(reader)(`consultation_${code}`),
);
/** "Vermittelt" for `placed`. */
export const stepName = naming(stepKinds, (reader, code) => say(reader)(`state_${code}`));
/** "per E-Mail" for `mail`. */
export const wayName = naming(stepChannels, (reader, code) => say(reader)(`way_${code}`));
/** "Telefonnummer" for `phone`. */
export const sharedDataName = naming(sharedData, (reader, code) => say(reader)(`data_${code}`));
/** "Der Platz ist vergeben" for `taken`. */
export const reasonName = naming(reasons, (reader, code) => say(reader)(`reason_${code}`));
/** "Passt" for `good`. */
export const answerName = naming(notedAnswers, (reader, code) => say(reader)(`answer_${code}`));
/** "nach 6 Wochen" for 6. */
export const weekName = (reader: { readonly language: string }, week: number): string =>
  naming(["2", "6", "12"] as const, (to, code) => say(to)(`week_${code}`))(reader, String(week));

/** The messages of this vocabulary, for the test that compares languages. @public */
export const vocabularyWords = say;
