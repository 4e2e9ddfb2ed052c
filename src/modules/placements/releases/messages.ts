import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of releasing one's data for one request. */
export const say = messages(
  {
    taskConsent: "{name} has withdrawn a consent",
    taskConsentDetail: "Something is still running. Please talk about how it goes on.",
    askSubject: "May we ask for you? {title}",
    askText:
      "we talked about “{title}” at {organization}. Before we ask there, you decide what we may pass on.",
    askNothing: "Until you say yes, nobody there hears of you.",
    askAction: "Look and decide",
    closedReleased: "Released",
    closedWithdrawn: "Withdrawn",
    heading: "May we ask for you?",
    lead: "“{title}” at {organization}",
    fromUs: "From the contact point",
    explain:
      "You decide what {organization} hears of you. Only what is ticked is passed on, only there and only for this request. You can take it back at any time.",
    data: "This may be passed on",
    dataHint: "Without phone or e-mail the organization turns to us, and we call you.",
    dataMissing: "Please choose at least one.",
    data_value: "{label}: {value}",
    note: "A few words about me",
    noteHint: "For example why you would like to do this. The organization reads it.",
    release: "Release and ask",
    releaseNext: "Then we ask {organization} right away and tell you what they say.",
    showOffer: "Look at the offer",
    noHeading: "Rather not?",
    noText: "That is fine. Tell us why, and we look for something that fits better.",
    reason: "Why?",
    no: "No, thank you",
    stateHeading: "How it stands",
    state_released: "You have agreed. We are calling {organization}.",
    state_sent: "You have agreed. {organization} was asked on {day}.",
    state_accepted:
      "{organization} is looking forward to you. We will get in touch to arrange the first day.",
    state_trial: "You are trying it out. Tell us how it was!",
    state_placed: "You have been there since {day}. Thank you!",
    state_ended: "This is over. Thank you for what you did.",
    state_declined: "It did not work out this time. We look on with you.",
    state_withdrawn: "You have withdrawn this. Nothing more is passed on.",
    released: "Released: {data}",
    takeBackHeading: "Take it back",
    takeBackText: "Then {organization} gets word to delete your details.",
    takeBack: "Take the release back",
    stopText: "You no longer want to go on, or cannot? Tell us, it is no trouble.",
    stop: "I stop",
    notice_freigegeben: "Thank you. We are asking now.",
    notice_zurueckgenommen: "Taken back. Thank you for telling us.",
    refused_notNow: "This has been decided in the meantime. This is how it stands.",
    refused_left: "This person's file is closed.",
    refused_guardianMissing: "Under 16 a parent or guardian must be named first. Please call us: we help.",
    refused_guardianNotAgreed: "Under 16 a parent or guardian must agree first. Please call us: we help.",
    refused_noEmail: "There is no e-mail address. Please ask by phone and note the answer here.",
    expiredTitle: "This link is too old",
    expired:
      "Links in our mails hold for 60 days. Please call us, we will look together how it stands: {phone}",
    purpose: "Release by link",
  },
  { de },
);

/** The version of what a person releases by; whoever changes the words above gives it a new one. */
export const textVersion = "1";
