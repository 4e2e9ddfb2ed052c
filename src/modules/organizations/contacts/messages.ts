import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people read who look after the contacts of an organization. */
export const say = messages(
  {
    heading: "People to ask at {organization}",
    title: "People to ask",
    lead: "Whom one may call or write to. Please ask these people before you make their names public.",
    none: "Nobody is entered yet.",
    add: "Add somebody",
    remove: "Remove",
    newHeading: "Somebody to ask",
    editHeading: "Change {name}",
    name: "Name",
    task: "For what?",
    taskHint: "For example: youth group, membership, room",
    email: "E-mail",
    phone: "Phone",
    reachable: "Please enter an e-mail address or a phone number, or nobody can ask.",
    public: "Everybody may read this",
    publicHint: "Otherwise only the contact point and your own people see it.",
    isPublic: "public",
    notPublic: "only for the contact point",
    save: "Save",
    cancel: "Back to the list",
    saved: "Saved.",
    removed: "Removed.",
  },
  { de },
);
