import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    office: "Office",
    mine: "My area",
    notFound: "We cannot find this page.",
    notFoundText: "Perhaps it has moved, or the address has a typing error.",
    forbidden: "This is not open to you.",
    forbiddenText: "You are signed in, but this page belongs to other tasks.",
    signInFirst: "Please sign in first.",
    signInText: "After that we take you back here.",
    signIn: "Sign in",
    tooMany: "That was a bit much at once.",
    tooManyText: "Please wait {n} seconds and try again. Your entries are not lost if you go back.",
    halfway: "This did not arrive whole",
    halfwayText: "The connection was probably interrupted. Please go back and send it once more.",
    tooLarge: "That is too much text or too large a file.",
    tooLargeText: "A form takes up to 64 kB, a file up to 10 MB. Go back: your entries are still there.",
    broken: "Something went wrong on our side.",
    brokenText:
      "Nothing was changed. Please try again in a moment, or give us a call. Mark of this error: {mark}",
    away: "We are briefly unavailable.",
    awayText: "Please try again in a minute. Nothing was lost.",
    tryFront: "To the front page",
    trySearch: "Search",
    call: "Or call us: {phone}",
  },
  { de },
);
