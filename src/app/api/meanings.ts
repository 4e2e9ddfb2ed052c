import { messages } from "#core/messages.ts";
import de from "./meanings.de.json" with { type: "json" };

/** What parameters and fields mean; none of these sentences has a gap to fill. */
export const say = messages(
  {
    page: "Which page, from 1",
    limit: "How many on a page, at most 100",
    keyBoth: "The id, or the name as it stands in the address",
    keyId: "The id",
    keySlug: "The name as it stands in the address",
    words: "Words to look for",
    sector: "Sector",
    field: "Field of engagement",
    targetGroup: "For whom",
    need: "What somebody needs",
    postcode: "Postcode from which distances count",
    radius: "At most so many kilometers from the postcode",
    range: "At most so many kilometers from the postcode; “home”: only what can be done from home",
    time: "When somebody has time",
    rhythm: "How often",
    language: "Language (ISO 639)",
    accessibility: "What makes the place reachable",
    age: "Open to somebody of this age",
    duration: "At most so many minutes",
    organization: "The organization, by its name in the address",
    sort: "Order: what fits best, what is near, or what is new",
    from: "From this day on; without it from now",
    to: "Up to and with this day",

    url: "The page about it",
    times:
      "Parts of the week as 21 bits: Monday morning is 1, afternoon 2, evening 4, Tuesday morning 8 …; 0 is any time",
    seatsFree: "Free seats; null is without limit",
    meters: "Distance from the postcode that was asked for, as the crow flies",
    verifiedAt: "When the contact point last looked at it",
    markdown: "Text with Markdown",
    start: "A moment; for a whole day the day itself",
    end: "A moment; for a whole day the last day",
    next: "The address of the next page; null on the last",
  },
  { de },
);

export type Meaning = keyof typeof say.source;

/** The key of a sentence, to stand in a schema until it is known who reads. */
export const meaning = (key: Meaning): Meaning => key;

export const isMeaning = (text: string): text is Meaning => Object.hasOwn(say.source, text);
