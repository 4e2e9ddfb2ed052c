import { messages } from "./messages.ts";
import de from "./words.de.json" with { type: "json" };
import easy from "./words.de-x-easy.json" with { type: "json" };
import hsb from "./words.hsb.json" with { type: "json" };

/** Whoever reads: in which language. */
export type Reader = { readonly language: string };

/** The words of the ground: what a form may have to say about what was typed, dates, spans and distances. */
export const say = messages(
  {
    required: "Please fill this in.",
    choose: "Please choose one of the options.",
    tooLong: "Please use at most {n} characters.",
    tooShort: "Please use at least {n} characters.",
    tooSmall: "Please enter {n} or more.",
    tooBig: "Please enter {n} or less.",
    tooMany: "Please choose at most {n}.",
    email: "This does not look like an e-mail address, for example anna@example.org.",
    url: "This does not look like a web address, for example https://example.org.",
    amount: "Please write an amount, such as 1,200.50.",
    amountRange: "This amount is too small or too large.",
    number: "Please enter a whole number.",
    day: "Please enter a day, for example 24.11.2026.",
    time: "Please enter a time, for example 14:30.",
    postcode: "A postcode has five digits.",
    phone: "This does not look like a phone number.",
    invalid: "We cannot read this entry.",

    clock: "{time}",
    clockSpan: "{from}–{to}",
    span: "{from} to {to}",
    minutes: { one: "{n} minute", other: "{n} minutes" },
    hours: { one: "{n} hour", other: "{n} hours" },
    hoursText: "{hours} hours",
    sinceDays: { one: "for {n} day", other: "for {n} days" },
    today: "today",
    tomorrow: "tomorrow",
    justNow: "just now",
    minutesAgo: { one: "{n} minute ago", other: "{n} minutes ago" },
    hoursAgo: { one: "{n} hour ago", other: "{n} hours ago" },
    yesterday: "yesterday",
    daysAgo: { one: "{n} day ago", other: "{n} days ago" },
    asOf: "As of {date}",
    walk: { one: "{distance}, {n} minute on foot", other: "{distance}, {n} minutes on foot" },
    ride: { one: "{distance}, {n} minute by bicycle", other: "{distance}, {n} minutes by bicycle" },
  },
  { de, hsb, "de-x-easy": easy },
);
