import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** What a task is about; each kind leads to the page where it is done. */
export const taskKinds = [
  "inquiry",
  "appointment",
  "release",
  "answer",
  "trial",
  "follow_up",
  "proposal",
  "review",
  "stale",
  "claim",
  "double",
  "reminder",
  "shift",
  "feed",
  "survey",
  "workshop",
  "participation",
  "network",
  "consortium",
  "strategy",
  "thread",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What somebody turns to the contact point with. */
export const topics = [
  "help",
  "need",
  "organization",
  "company",
  "newcomer",
  "callback",
  "barrier",
  "other",
] as const;
export type Topic = (typeof topics)[number];

/** The ways in which a question arrives. */
export const channels = ["web", "mail", "phone", "counter", "post"] as const;
export type Channel = (typeof channels)[number];

/** How an inquiry ended. */
export const results = [
  "answered",
  "consultation",
  "referred_elsewhere",
  "duplicate",
  "unreachable",
  "spam",
] as const;
export type Result = (typeof results)[number];

/** What the office writes below an inquiry. */
export const replyKinds = ["answer", "note", "call", "message"] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** Where a conversation takes place. */
export const appointmentKinds = ["visit", "call", "home"] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** The words of the desk's closed lists. */
export const words = messages(
  {
    task_inquiry: "Inquiry",
    task_appointment: "Appointment",
    task_release: "Release",
    task_answer: "Answer",
    task_trial: "Trial",
    task_follow_up: "Follow-up",
    task_proposal: "New proposal",
    task_review: "Offer",
    task_stale: "Outdated",
    task_claim: "Entry",
    task_double: "Double?",
    task_shift: "Shift",
    task_feed: "Foreign calendar",
    task_survey: "Survey",
    task_workshop: "Workshop",
    task_participation: "Participation",
    task_network: "Network",
    task_consortium: "Consortium",
    task_strategy: "Strategy",
    task_thread: "Golden thread",
    task_reminder: "Reminder",
    topic_help: "I would like to help",
    topic_need: "I need support",
    topic_organization: "Our organization is looking for people",
    topic_company: "Our company would like to get involved",
    topic_newcomer: "I am new here, or back again",
    topic_callback: "Please call me back",
    topic_barrier: "I came across a barrier",
    topic_other: "Something else",
    channel_web: "Website",
    channel_mail: "E-mail",
    channel_phone: "Phone",
    channel_counter: "At the counter",
    channel_post: "Letter",
    result_answered: "Answered",
    result_consultation: "Led to a consultation",
    result_referred_elsewhere: "Pointed to another place",
    result_duplicate: "Asked twice",
    result_unreachable: "Not reached",
    result_spam: "Advertising or abuse",
    reply_answer: "Answer by e-mail",
    reply_note: "Note",
    reply_call: "Phone call",
    reply_message: "Message of the person",
    appointment_visit: "at the contact point",
    appointment_call: "by phone",
    appointment_home: "at home",
  },
  { de },
);

/** "Anfrage" for `inquiry`. */
export const taskName = naming(taskKinds, (reader, code) => words(reader)(`task_${code}`));
/** "Ich möchte helfen" for `help`. */
export const topicName = naming(topics, (reader, code) => words(reader)(`topic_${code}`));
/** "Telefon" for `phone`. */
export const channelName = naming(channels, (reader, code) => words(reader)(`channel_${code}`));
/** "Beantwortet" for `answered`. */
export const resultName = naming(results, (reader, code) => words(reader)(`result_${code}`));
/** "Anruf" for `call`. */
export const replyName = naming(replyKinds, (reader, code) => words(reader)(`reply_${code}`));
/** "am Telefon" for `call`. */
export const appointmentName = naming(appointmentKinds, (reader, code) =>
  words(reader)(`appointment_${code}`),
);
