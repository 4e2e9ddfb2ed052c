import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    title: "Roles and access",
    lead: "What {name} may do here. Each role counts from the day it is given to the day it ends.",
    now: "Today",
    none: "No role: an account like everybody’s.",
    ofTown: "for the whole town",
    ofOrganization: "for an organization",
    since: "since {date}",
    by: "given by {name}",
    end: "End role",
    before: "Before",
    fromTo: "{role}: {from} to {to}",
    give: "Give a role",
    role: "Role",
    giveButton: "Give this role",
    guarded:
      "Coordination, editorial office and administration count only with a second factor; it is asked for at the next sign-in.",
    organizationHint: "Roles in an organization are given on the organization’s page.",
    noAccount:
      "Without an own account nobody can use a role. First they sign in once or take over their file with a code.",
    already: "This role is there already.",
    over: "This role had ended already.",
    last: "This is the last administration of the town. Give the role to somebody else first.",
    given: "The role counts from today.",
    ended: "The role has ended.",
    access: "Access",
    secondFactorText:
      "Phone lost? When you are sure who is in front of you, take the second factor away. All devices are signed out.",
    secondFactorReset: "Take the second factor away",
    reset: "The second factor is gone. Guarded roles rest until there is a new one.",
    lockText: "A locked account cannot sign in. File and history stay.",
    lock: "Lock the account",
    unlock: "Open the account again",
    locked: "The account is locked.",
    unlocked: "The account is open again.",
    elsewhere: "This account is also used in another town. Only the operator can change it.",
  },
  { de },
);
