import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };
import easy from "./messages.de-x-easy.json" with { type: "json" };
import hsb from "./messages.hsb.json" with { type: "json" };

/** The words of the frame and the building blocks; every module brings its own. */
export const say = messages(
  {
    product: "Contact point",
    titleOf: "{title} – {product} {town}",
    failedTitle: "Error: {title}",
    skip: "Skip to content",
    navigation: "Main navigation",
    moreMenu: "More",
    languages: "Language",
    help: "Questions?",
    call: "Call {phone}",
    account: "Your account",
    signIn: "Sign in",
    signOut: "Sign out",
    otherText: "namely",
    rankOf: "Place of “{choice}”",
    rankHint: "Write 1 beside what matters most, 2 beside the next. You may leave some empty.",
    rankMost: "At most {n} places.",
    scaleEnds: "{from} = {low}, {to} = {high}",
    chooseLine: "Please choose one answer in each line.",
    organizationHint: "Begin to type and choose from the list. Who is not in it, simply write out.",
    organizationNumber: "Organization {n}",
    elsewhere: "Somewhere else",
    tickMost: "At most {n} answers.",
    tickAny: "Several answers are possible.",
    mine: "My area",
    office: "Office",
    search: "Search",
    searchHint: "Name, phone, e-mail …",
    breadcrumb: "You are here",
    start: "Start",
    demo: "Demonstration: people and figures are invented.",
    inPerson: "In person",
    withoutInternet: "Without internet",
    withoutInternetText:
      "Everything on these pages is available by phone and on paper as well. We are happy to fill in forms with you.",
    aboutPages: "About these pages",

    required: "required",
    optional: "optional",
    choose: "Please choose",
    errorSummary: { one: "Please check one entry", other: "Please check {n} entries" },
    errorSummaryText: "What you typed is still there.",
    offline: "There is no connection right now. What you typed is still there. Please try again in a moment.",
    kept: "What you typed is still there. Please send it again.",
    error: "Error:",
    fileLimit: "At most {megabytes} MB.",
    fileKinds: "Allowed: {kinds}.",

    filters: "Filters in force",
    removeFilter: "remove",
    fits: "Fits because",
    almostFits: "Almost fits:",
    steps: "Steps",
    stepDone: "done",
    stepCurrent: "now",

    noticeInfo: "Note",
    noticeSuccess: "Done",
    noticeWarning: "Please note",
    noticeError: "Error",

    pages: "Pages",
    range: "{from}–{to} of {total}",
    previousPage: "Previous page",
    nextPage: { one: "Next {n}", other: "Next {n}" },

    views: "View",
    keys: "Short keys",
    keyNext: "next, previous",
    keyOpen: "open file",
    keyDone: "done",
    keyLater: "postpone",
    keyAssign: "assign",
    keySearch: "search",
    keyAll: "short keys on",
    more: { one: "{n} more", other: "{n} more" },
    nobody: "nobody",
    due: "due",

    mapLegend: "Legend",
    civil: "Associations and initiatives",
    public: "Municipality and public bodies",
    business: "Companies",
    map: "Map",
  },
  { de, hsb, "de-x-easy": easy },
);

/** Anyone who can be spoken to. */
export type Reader = { readonly language: string };
