import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    newPage: "Write a new page",
    listLead: "What you write here stands on the town's pages. Visitors see only what is published.",
    none: "Nothing has been written yet.",
    noneText: "A good beginning: “About us” with two or three paragraphs.",
    title: "Heading",
    language: "Language",
    slug: "Address",
    slugHint:
      "Small letters, digits and hyphens. Empty: made from the heading. It stays as it is later, so that links keep working.",
    slugShape: "Only small letters, digits and hyphens, please.",
    guide: "This is a guide",
    guideHint: "It stands in the list of guides under /wissen.",
    inFooter: "Link at the foot of every page",
    taken: "This address already has a page in this language.",
    newHeading: "New page",
    newTranslation: "New translation",
    editHeading: "Edit page",
    translate: "Translate into {language}",
    translations: "Other languages",
    saveChanges: "Save changes",
    kindPage: "Page",
    kindGuide: "Guide",
    footer: "in the footer",
    changed: "Last changed on {date}",
  },
  { de },
);
