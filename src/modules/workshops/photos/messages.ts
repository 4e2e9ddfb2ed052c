import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Pictures of the day",
    lead: "Evidence stays in the office. A picture goes into the report only with the consent of those on it.",
    none: "No picture yet",
    use_evidence: "Evidence, office only",
    use_report: "For the report",
    use_evidence_hint: "For example the pinboard of a table. Nobody else can open it.",
    use_report_hint: "Everybody can see it. Say below who agreed, and how.",
    remove: "Take out",
    add: "Add a picture",
    file: "Picture",
    alt: "What is seen on it",
    altHint: "For people who do not see it: “Eight people stand around a pinboard with yellow cards.”",
    caption: "Caption",
    use: "What it is for",
    consent: "Who agreed, and how",
    consentHint: "“Everybody on it ticked it on the list of registrations.” Needed for the report.",
    consentMissing:
      "A picture for the report needs the consent of those on it. Please write who agreed, and how.",
    agreed: "Agreed: {words}",
    save: "Keep the picture",
    next: "Place and camera are taken out of it.",
    notice_neu: "The picture is kept.",
    notice_entfernt: "The picture is taken out.",
    refused_notAPicture: "This file is no picture that we can read.",
    refused_tooBig: "This picture is larger than 10 MB.",
    refused_noAlternativeText: "Please say what is seen on it.",
    refused_tooMany: "More than a hundred pictures do not help anybody. Please take some out first.",
    fileMissing: "Please choose a picture.",
  },
  { de },
);
