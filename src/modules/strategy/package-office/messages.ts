import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    lead: "Where single amendments find no agreement, one side can give here and the other there.",
    add: "Tie a package",
    addNow: "Tie the package",
    closed: "No version is negotiated right now, so there is nothing to tie.",
    few: "It takes at least two open amendments to tie a package.",
    title: "What it is about",
    words: "Who gives what, and gets what for it",
    amendments: "Taken together or not at all",
    one: "Amendment {number}: {reason}",
    toPublic: "What everybody sees",
    toStance: "Write down what a seat said",
    silent: "Nothing heard yet from: {seats}.",
    allSaid: "Every voting seat has said something.",
    end: "How it ends",
    endText:
      "Agreed, all its amendments are accepted at once; that is possible while no seat says it cannot live with it.",
    state: "What becomes of it?",
    reason: "Why?",
    endNow: "End the package",
    notice_neu: "The package is tied. Now the seats can say what they can live with.",
    remind: "Remind the seats that are missing",
    notice_erinnert: "The letters are on their way.",
    refused_today: "They were reminded today already. Once a day is enough.",
    refused_nobody: "Of those that are missing nobody has an address. Please call them.",
    notice_ende: "The package is decided.",
    refused_few: "A package holds at least two amendments.",
    refused_elsewhere: "At least one of them is no longer open in this version.",
    refused_collide: "Two of them change the same words, or one changes what was accepted already.",
    refused_bundled: "One of them is in another package already. End that package first, or leave it out.",
    refused_accepted:
      "One of them changes words that an accepted amendment changes too. They could never be taken together.",
    collides:
      "It cannot be agreed as it stands: it changes the same words as accepted amendments ({numbers}).",
    missing: {
      one: "It cannot be agreed any more: one of its amendments was decided or withdrawn on its own.",
      other: "It cannot be agreed any more: {n} of its amendments were decided or withdrawn on their own.",
    },
    inPackages: {
      one: "One open amendment is not listed: it is in a package already.",
      other: "{n} open amendments are not listed: they are in packages already.",
    },
    refused_over: "This package is decided, or one of its amendments is.",
    refused_objections:
      "A seat cannot live with it. Read what it would need, or end the package without agreement.",
  },
  { de },
);
