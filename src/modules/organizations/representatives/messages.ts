import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people read about speaking for an organization. */
export const say = messages(
  {
    people: "People who speak for {organization}",
    peopleLead: "They keep this profile up to date, publish offers and get the mail of the contact point.",
    alone: "You are the only one. If something comes up, nobody can step in: please invite a second person.",
    onlyOne:
      "Only one person speaks for {organization}. Please invite a second one, so that somebody can step in.",
    nobody: "Nobody speaks for {organization} yet.",
    since: "since {date}",
    you: "that is you",
    invite: "Invite somebody",
    inviteText:
      "They get a mail with a link that works for 14 days. With it they can do everything you can do here.",
    inviteEmail: "E-mail address of the person",
    inviteSubmit: "Send the invitation",
    invited: "The invitation is on its way.",
    alreadySpeaks: "This person already speaks for {organization}.",
    waiting: "Invited, not yet answered",
    waitingUntil: "the link works until {date}",
    withdraw: "Withdraw",
    withdrawn: "The invitation no longer works.",
    end: "End my role",
    endOther: "End the role",
    endHeading: "Do you want to end your role?",
    endText: "You will no longer be able to change {organization}. What you wrote stays.",
    endOtherHeading: "End the role of {name}?",
    endOtherText: "{name} will no longer be able to change {organization}. What they wrote stays.",
    endLast:
      "Nobody else speaks for {organization}. Its offers stay online, but nobody will answer. You can still invite somebody first.",
    endSubmit: "End the role",
    endCancel: "No, go back",
    ended: "The role has ended.",
    acceptHeading: "Speak for {organization}",
    acceptText:
      "{name} invites you to look after {organization} in the directory of {town}: the profile, the offers and the questions of people who want to help.",
    acceptTextOffice:
      "The contact point invites you to look after {organization} in the directory of {town}: the profile, the offers and the questions of people who want to help.",
    acceptSignIn: "Please sign in first. You need no password for that: we send you a link.",
    acceptSignInLink: "Sign in and go on",
    accept: "Yes, I join in",
    accepted: "You now speak for {organization}. Welcome!",
    expired: "This invitation has expired. The person who sent it can send a new one with one click.",
    used: "This invitation was already accepted.",
    gone: "This link does not lead to an invitation. Perhaps it was withdrawn, or a part of the address is missing.",
    invitationTitle: "Invitation",
    mailSubject: "Will you join in? Invitation to {organization}",
    mailText:
      "{name} would like to look after {organization} together with you: the profile in the directory of {town}, the offers, and the questions of people who want to help.",
    mailTextOffice:
      "The contact point of {town} would like to ask you to look after {organization}: the profile in the directory, the offers, and the questions of people who want to help.",
    mailValid: "The link works until {date}. If you do not want this, you need do nothing.",
    mailAction: "Look at the invitation",
    askUs: "Ask the contact point",
    office: "Organizations",
    yours: "Your organizations",
  },
  { de },
);
