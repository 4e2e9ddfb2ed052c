import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    office: "Office",
    menu: "People",
    people: "People",
    lead: "Everybody this town knows: with an account, or with a file that the office keeps.",
    search: "Search by name, phone or e-mail",
    searchLabel: "Name, phone or e-mail",
    find: "Find",
    newPerson: "Start a file",
    listCaption: { one: "{n} person", other: "{n} people" },
    name: "Name",
    contact: "Contact",
    place: "Place",
    access: "Access",
    since: "Known since",
    withAccount: "Own account",
    byOffice: "Kept by the office",
    nobody: "Nobody found",
    nobodyText: "Another spelling? Or somebody new: start a file while they are still on the phone.",
    nobodyYet: "Nobody here yet",
    rowEdit: "Contact",
    rowRoles: "Roles",
    myData: "My data",
    myConsents: "My consents",
    myLooks: "Who saw my data",
    claim: "Take over my file with a code",
    mySecurity: "Signing in",
  },
  { de },
);
