import { messages, naming } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };
import { problems } from "./vocabulary.ts";

export const say = messages(
  {
    title: "Your own calendar",
    heading: "The calendar of {organization}",
    lead: "Do you keep a calendar of your own already? Tell us its address, and your dates stand in the town's calendar by themselves. You change them where you always did.",
    yours: "Your organizations",
    office: "Organizations",
    none: "No calendar is read along yet.",
    url: "Address of the calendar (iCal)",
    urlHint:
      "It begins with https:// or webcal:// and often ends in .ics. In Google: settings of the calendar, “public address in iCal format”. In Nextcloud: “share”, then “copy subscription link”. In Outlook: “publish calendar”, then the ICS link.",
    urlWrong: "This is not the address of a calendar. It begins with https:// or webcal://.",
    add: "Read this calendar",
    addNext: "We read it and show you what would come. Nothing is published before you say so.",
    refused_already: "This calendar is read along already.",
    refused_tooMany: "More than five calendars of one organization do not work. End one of them first.",
    refused_justRead: "It was read just now. Try again in two minutes.",
    waiting: "It is about to be read. Look again in a minute.",
    lastRead: "Last read {when}",
    nextRead: "Next {when}",
    found: { one: "{n} date found", other: "{n} dates found" },
    shown: {
      one: "{n} date of it stands in the town's calendar",
      other: "{n} dates of it stand in the town's calendar",
    },
    unread: { one: "{n} entry we could not read.", other: "{n} entries we could not read." },
    running: "Read along",
    notYet: "Not published yet",
    trouble: "Could not be read",
    previewHeading: "This would come",
    previewNone: "There is no public date ahead in it.",
    previewMore: "The first {n} are shown.",
    isNew: "new",
    joins: "stands here already: {title}",
    joinsOf: "stands here already: {title}, {organization}",
    confirm: "Publish these dates",
    confirmNext: "From then on we look every six hours for what is new.",
    readNow: "Read now",
    end: "Do not read along any more",
    endHint: "Dates ahead that only came from this calendar go with it.",
    added: "Entered. We are about to read it.",
    confirmed: "The dates are coming. Look again in a minute.",
    asked: "We are about to read it. Look again in a minute.",
    ended: "This calendar is not read along any more.",
    toDates: "Enter dates by hand",
    problem_badAddress: "The address leads to something that is no web address.",
    problem_forbiddenAddress: "This address does not lie on the public web, so we do not read it.",
    problem_notFound: "There is no machine of this name. Is the address spelled correctly?",
    problem_unreachable: "Nobody answers at this address.",
    problem_insecure: "The connection there is not secure: the certificate is wrong or has run out.",
    problem_tooSlow: "It took more than ten seconds to answer.",
    problem_tooBig: "The calendar is larger than two megabytes. Perhaps past years can be left out.",
    problem_tooManyRedirects: "The address leads on and on. Take the one where it ends.",
    problem_denied: "The calendar is not public. Share it so that everybody with the address may read it.",
    problem_gone: "There is no calendar at this address any more.",
    problem_broken: "The other side reports a failure of its own.",
    problem_unreadable: "What comes from there cannot be unpacked.",
    problem_notACalendar: "There is a page at this address, but no calendar. You need the iCal address.",
    problem_tooMany: "There are more than 2,000 dates in it, or rules that never end.",
    problem_emptied:
      "The calendar was full and is empty now. So that nothing is canceled by mistake, we leave everything as it is. If that is right, end it here.",
    problem_legalNotice:
      "Not published, because the legal notice of the town is incomplete. The office knows how to go on.",
    tries: { one: "{n} try in vain.", other: "{n} tries in vain." },
  },
  { de },
);

/** Why a calendar could not be read, as a sentence. */
export const problemName = naming(problems, (reader, code) => say(reader)(`problem_${code}`));
