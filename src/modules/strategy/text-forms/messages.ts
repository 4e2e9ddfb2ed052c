import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    paragraphs: "Paragraphs",
    none: "There are no paragraphs yet.",
    change: "Change",
    remove: "Remove",
    add: "Add a paragraph",
    addNow: "Add it",
    kind: "What is it?",
    heading: "Heading",
    text: "Paragraph",
    words: "Words",
    field: "Field of action",
    after: "Behind",
    atEnd: "at the end",
    save: "Save",
    up: "Up",
    down: "Down",
    paste: "Paste a long text",
    numbered: "Paragraph {number}",
    title: "Title",
    vision: "Vision",
    visionHint: "Two or three sentences: how will it be here when this has succeeded?",
    easyWords: "The same in easy words",
    easyHint:
      "Short sentences. Everybody reads them on a page of their own; they can be changed at any time.",
  },
  { de },
);
