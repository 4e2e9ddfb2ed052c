import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Paste a long text",
    lead: "It is taken apart into headings and paragraphs, which are added behind the last one.",
    text: "The text",
    hint: "A blank line begins a new paragraph. A heading is a line that begins with #, or one short line on its own without a full stop. At most {n} characters at a time; paste a longer text in parts.",
    look: "Look at it first",
    keep: "Add them",
    changed: "If you change the text now, you look at it once more before it is kept.",
    found: { one: "One paragraph was found", other: "{n} paragraphs were found" },
    foundText: "Nothing is kept yet. Is everything in its place? Otherwise change the text below.",
    isHeading: "Heading",
    refused_fixed: "That is not possible any more, as the version stands.",
    refused_full: "That is too much: a version has at most {most} paragraphs, and {there} are there already.",
    refused_long: "One paragraph has more than 10,000 characters. Please part it with a blank line.",
  },
  { de },
);
