import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };
import easy from "./messages.de-x-easy.json" with { type: "json" };

export const say = messages(
  {
    notice: "Legal notice",
    privacy: "Privacy",
    accessibility: "Accessibility",
    following: "This will be added.",
    incomplete: "Parts of this page are still being added. Until then please call or write to us.",
    incompleteStaff: "Only you see this: still missing are {fields}. Until then nothing can be published.",
    complete: "Complete the settings",
    addition: "In addition",
    operator: "Who runs these pages",
    representative: "Represented by",
    address: "Address",
    phone: "Phone",
    email: "E-mail",
    register: "Register",
    responsible: "Responsible for the content",
    responsibleHint: "according to § 18 (2) of the German Interstate Media Treaty",
    foreign: "Who writes what",
    foreignText:
      "Organizations write their own profiles, offers and dates here. If something is wrong or unlawful, tell us: we look at it and answer.",
    foreignLink: "Report content",
    rightsOfUse: "May I use this?",
    rightsOfUseText:
      "Texts and pictures belong to those who made them. The open data (dates, offers, organizations) may be used by everyone under CC0. The program is open source under the EUPL 1.2.",
    contactPoint:
      "Contact for authorities and users (Art. 11 and 12 of the Digital Services Act): {email}, in German or English.",
    privacyShort: "In short",
    privacyShort1: "We store only what you tell us, and only for what you told us it.",
    privacyShort2: "Nothing goes to third parties: no foreign fonts, maps, counters or networks.",
    privacyShort3: "An organization learns of you only after you have said yes to it.",
    privacyShort4: "You see what we know and who looked at it, and you can have it deleted.",
    whoIsResponsible: "Who is responsible",
    askAbout: "Questions about your data",
    forWhat: "What we store, why, and for how long",
    what: "What",
    basis: "On what ground",
    howLong: "How long",
    cookies: "Cookies",
    cookiesText:
      "Only two, and only if needed: “sitzung” keeps you signed in, “sprache” remembers the language you chose. Neither shows what you do, and no one else gets them. That is why no banner asks you (§ 25 (2) TDDDG).",
    recipients: "Who gets to see it",
    recipientsText:
      "The people who advise you here, and an organization you released something for. A company that runs our server for us sees data only on our instruction, if there is one. Nothing leaves the European Union, nothing is sold, and no computer decides about you: suggestions come with their reasons, people decide.",
    yourRights: "Your rights",
    yourRightsText: "A word is enough, by mail, on the phone or at the counter. It costs nothing.",
    right1: "Know what we store, and get a copy (Art. 15 and 20 GDPR)",
    right2: "Have it corrected (Art. 16)",
    right3: "Have it deleted or locked (Art. 17 and 18)",
    right4: "Object (Art. 21), and withdraw any consent for the future (Art. 7)",
    right5: "Complain to the supervisory authority: {authority}",
    mine: "See my data",
    status: "How far we are",
    statusText:
      "These pages are partly accessible in the sense of EN 301 549 and the law of the state on accessible websites. Our own aim is higher: WCAG 2.2, level AA.",
    scope: "This statement is for {address}, the pages of {town}.",
    works: "What you can count on",
    work1: "Everything works with the keyboard, without scripts, enlarged four times and on an old phone.",
    work2: "Light and dark colors with enough contrast; nothing is said by color alone.",
    work3: "Pictures have a description, tables stand beside drawings and maps.",
    work4: "Everything is available by phone, at the counter and on paper as well.",
    gaps: "What is not good yet",
    gap1: "Not all texts exist in Easy German, and there are no videos in German Sign Language.",
    gap2: "Upper Sorbian covers only a part of the pages, and has not been read by native speakers everywhere.",
    gap3: "Texts and documents that organizations bring along are not always written accessibly. Tell us, we help them.",
    gap4: "Screen readers have been tried with parts of the pages only.",
    method: "How we checked",
    methodText:
      "By ourselves: each page with an automatic check in light and dark, by keyboard and on narrow screens. An independent test is still to come. Checked on {date}.",
    feedback: "Tell us about a barrier",
    feedbackText:
      "What can you not read or use? Write or call. We answer within two weeks and find another way until it is repaired.",
    feedbackLink: "Report a barrier",
    enforcement: "If we do not solve it",
    enforcementText:
      "Then you can turn to the enforcement body of the federal state. It mediates, and it costs nothing. In Saxony, as far as we know, it is at the State Commissioner for the Interests of People with Disabilities.",
  },
  { de, "de-x-easy": easy },
);
