import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of asking an organization for somebody. */
export const say = messages(
  {
    taskCall: "Call {organization}: {title}",
    taskCallDetail: "{name} has agreed; there is no e-mail address of the organization.",
    taskSilent: "{organization}: no answer yet about “{title}”",
    taskSilentDetail: "{name}, asked on {day}, reminded twice",
    taskToldDetail: "{name}, asked by phone on {day}",
    closedTold: "Asked by phone",
    mailSubject: "Somebody would like to help: {title}",
    mailText: "through the contact point {name} would like to take part: “{title}”.",
    mailSomebody: "somebody",
    mailPhone: "Phone: {value}",
    mailEmail: "E-mail: {value}",
    mailNote: "In their own words: “{value}”",
    mailContactUs: "Contact goes through us: {phone}",
    mailAsk: "Please answer by {day}, even if it does not fit. Nobody likes waiting for nothing.",
    mailCare:
      "These details were released for this one request. Please do not pass them on, and delete them if nothing comes of it.",
    mailAction: "Answer",
    remindSubject: "An answer is still missing: {title}",
    remindText:
      "on {day} we asked you about “{title}”: somebody would like to help you and is waiting for your answer.",
    remindHow: "One click is enough, also for a no.",
    withdrawnSubject: "Withdrawn: {title}",
    withdrawnText:
      "the request about “{title}” of {day} has been withdrawn. Please delete the details that we passed on to you for it.",
    withdrawnThanks: "Thank you for your readiness. We keep looking for you.",
  },
  { de },
);
