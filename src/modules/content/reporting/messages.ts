import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    new: "Write news",
    newHeading: "Write news",
    editHeading: "Edit news",
    listLead: "Short is enough: what happened, what it means, where to ask.",
    deskNone: "Nothing has been written yet.",
    deskNoneText: "Two paragraphs about the last action day would be a good beginning.",
    title: "Heading",
    lead: "In one sentence",
    leadHint: "Stands in the list and below the heading.",
    picture: "Picture above the text",
    pictureNow: "Present picture: {words}",
    dropPicture: "Show without a picture",
    pictureSet: "The picture will stand above the text.",
    saveChanges: "Save changes",
    draftFrom: "Draft of {date}",
  },
  { de },
);
