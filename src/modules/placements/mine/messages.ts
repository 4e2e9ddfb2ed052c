import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of what a person, or an organization, sees of referrals. */
export const say = messages(
  {
    theirLead: "Who would like to help with you. You see what the person released for it, and nothing else.",
    followUpAt: "{organization}, {week}",
    menu: "My referrals",
    mine: "My area",
    lead: "Where you are, what is open, and what you released. You can take everything back.",
    yours: "Yours",
    none: "Nothing has been proposed to you yet.",
    noneText: "Six questions lead to suggestions, or talk to us.",
    find: "Find something that fits",
    ask: "Ask the contact point",
    theirs: "For your organization",
    noTheirs: "Nobody is waiting for an answer from you.",
    somebody: "Somebody",
    row: "“{title}” at {organization}",
    rowTheirs: "“{title}”",
    followUps: "Does it fit?",
    answerNow: "Answer",
    entryRelease: "May we ask {organization} for you?",
    entryAnswer: "{name} would like to help with you",
    entryFollowUp: "Does “{title}” fit?",
    purpose: "Request to the organization",
    calendarTrial: "Trial: {title}",
    calendarStart: "First day: {title}",
    calendarText: "{organization}. If anything comes up, please call us: {phone}",
    mineOrganization: "Who wants to help with us",
  },
  { de },
);
