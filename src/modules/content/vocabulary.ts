import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** What the town writes: its shelves in the office. */
export const shelves = ["pages", "news", "dates"] as const;
export type Shelf = (typeof shelves)[number];

/** The languages a page can be written in. */
export const writtenLanguages = ["de", "en", "hsb", "de-x-easy"] as const;
export type WrittenLanguage = (typeof writtenLanguages)[number];

/** Words that all writing forms share: one editor, whatever is written with it. */
export const editorWords = messages(
  {
    shelves: "Content",
    shelf_pages: "Pages and guides",
    shelf_news: "News",
    shelf_dates: "Dates",
    language_de: "German",
    language_en: "English",
    language_hsb: "Upper Sorbian",
    "language_de-x-easy": "Easy German",
    text: "Text",
    textHint:
      "A blank line begins a new paragraph. ## makes a heading, **words** bold, - a list, [words](address) a link.",
    picture: "Picture",
    pictureHint: "The picture is put at the end of the text; move the line to where it belongs.",
    pictureText: "What is seen in the picture",
    pictureTextHint: "For people who cannot see it. Required for every picture.",
    addPicture: "Add picture to the text",
    pictureAdded: "The picture stands at the end of the text: {snippet}",
    preview: "Preview",
    previewHeading: "This is how it will look",
    previewNote: "Nothing is saved yet.",
    publish: "Save and publish",
    saveDraft: "Save as draft",
    cancel: "Back without saving",
    choosePicture: "Please choose a picture.",
    notAPicture: "This file is not a picture we can read. JPG, PNG and WebP work.",
    tooBig: "This picture is too big.",
    noAlternativeText: "Please describe the picture in a few words.",
    legalNoticeMissing: "Not published, because the legal notice is incomplete.",
    legalNoticeFields: "Still missing: {fields}.",
    legalNoticeLink: "Complete the legal notice",
    kept: "Your text is still in the form. You can save it as a draft.",
    stateDraft: "Draft",
    statePublished: "Published",
    stateCanceled: "Canceled",
    withdraw: "Withdraw",
    publishNow: "Publish",
    edit: "Edit",
    view: "View",
    saved: "Saved.",
    published: "Published. Everyone can see it now.",
    withdrawn: "Withdrawn. Visitors no longer see it.",
  },
  { de },
);

/** The name of a shelf. */
export const shelfName = naming(shelves, (reader, code) => editorWords(reader)(`shelf_${code}`));

/** The name of a language, in the reader's language. */
export const writtenLanguageName = naming(writtenLanguages, (reader, code) =>
  editorWords(reader)(`language_${code}`),
);
