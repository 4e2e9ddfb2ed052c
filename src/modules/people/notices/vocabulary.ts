import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** What a notice can be about, in the order of the letter; whatever else there is stands at its end. */
export const noticeKinds = [
  "call",
  "invitation",
  "handover",
  "signup",
  "shift",
  "reminder",
  "wish",
  "commitment",
  "search",
  "qualification",
  "participation",
  "other",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const words = messages(
  {
    kind_call: "Somebody is needed soon",
    kind_invitation: "You are asked",
    kind_handover: "Somebody gives away a shift",
    kind_signup: "What you signed up for",
    kind_shift: "Changed",
    kind_reminder: "Coming up",
    kind_wish: "When can you come?",
    kind_commitment: "What you agreed to for longer",
    kind_search: "New for your searches",
    kind_qualification: "Your certificates",
    kind_participation: "Having your say",
    kind_other: "And also",
  },
  { de },
);

/** The heading of this kind in a letter. */
export const kindName = naming(noticeKinds, (reader, code) => words(reader)(`kind_${code}`));

// What stands under one heading though it has a name of its own.
const relatives: ReadonlyMap<string, NoticeKind> = new Map([
  ["waiting", "signup"],
  ["pool", "wish"],
]);

/** The heading a kind stands under; one that this list does not know is told at its end. */
export const knownKind = (kind: string): NoticeKind =>
  relatives.get(kind) ?? noticeKinds.find((known) => known === kind) ?? "other";
