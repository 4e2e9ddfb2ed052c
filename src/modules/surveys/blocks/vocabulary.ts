import type { Expression } from "#methods/expression.ts";
import type { Choice, Page, Words } from "#methods/questionnaire.ts";

const w = (de: string, en: string): Words => ({ de, en });
const c = (value: string, de: string, en: string): Choice => ({ value, label: w(de, en) });
const is = (by: "=" | "!=", of: string, value: string): Expression => ({
  is: "compare",
  by,
  left: { is: "answer", of },
  right: { is: "value", value },
});

const other = w("Sonstiges", "Other");

/** The fields of volunteering, as the German survey on volunteering counts them. */
export const fields: readonly Choice[] = [
  c("sport", "Sport und Bewegung", "Sport and exercise"),
  c("culture", "Kultur und Musik", "Culture and music"),
  c("leisure", "Freizeit und Geselligkeit", "Leisure and social life"),
  c("social", "Soziales", "Social work"),
  c("health", "Gesundheit", "Health"),
  c("school", "Schule oder Kindergarten", "School or kindergarten"),
  c("education", "Jugendarbeit und Bildung für Erwachsene", "Youth work and adult education"),
  c("environment", "Umwelt, Natur und Tiere", "Environment, nature and animals"),
  c("politics", "Politik und Interessenvertretung", "Politics and representation of interests"),
  c("justice", "Justiz und Kriminalität", "Justice and crime"),
  c("rescue", "Rettungsdienst und Feuerwehr", "Rescue service and fire brigade"),
  c("religion", "Kirche und Religion", "Church and religion"),
  c("work", "Berufliche Interessen außerhalb des Betriebs", "Professional interests outside work"),
];

const yesNo = [c("yes", "Ja", "Yes"), c("no", "Nein", "No")];

const club: Page = {
  name: "verein",
  title: w("Über Ihren Verein", "About your organization"),
  questions: [
    {
      kind: "organization",
      name: "organisation",
      label: w("Für welche Organisation antworten Sie?", "For which organization do you answer?"),
      hint: w(
        "Beginnen Sie zu tippen. Fehlt sie im Verzeichnis, schreiben Sie den Namen einfach hin.",
        "Begin to type. If it is missing in the directory, just write its name.",
      ),
    },
    {
      kind: "single",
      name: "sektor",
      label: w("Was ist Ihre Organisation?", "What is your organization?"),
      choices: [
        c("civil", "Verein, Initiative, Stiftung", "Association, initiative, foundation"),
        c("public", "Öffentliche Einrichtung", "Public institution"),
        c("business", "Unternehmen", "Business"),
      ],
      other,
      required: true,
    },
    {
      kind: "multiple",
      name: "feld",
      label: w("In welchen Bereichen sind Sie tätig?", "In which fields are you active?"),
      choices: [...fields],
      other,
    },
    {
      kind: "number",
      name: "mitglieder",
      label: w("Wie viele Mitglieder haben Sie ungefähr?", "About how many members do you have?"),
      whole: true,
      least: 0,
      most: 1_000_000,
    },
    {
      kind: "number",
      name: "gegruendet",
      label: w("In welchem Jahr wurde Ihre Organisation gegründet?", "In which year was it founded?"),
      whole: true,
      least: 1200,
      most: 2100,
    },
  ],
};

const volunteers: Page = {
  name: "engagierte",
  title: w("Engagierte und Bedarf", "Volunteers and needs"),
  questions: [
    {
      kind: "number",
      name: "engagierte_zahl",
      label: w(
        "Wie viele Menschen engagieren sich bei Ihnen freiwillig?",
        "How many people volunteer with you?",
      ),
      whole: true,
      least: 0,
      most: 100_000,
    },
    {
      kind: "single",
      name: "fehlen",
      label: w("Fehlen Ihnen Engagierte?", "Do you need more volunteers?"),
      choices: [
        c("badly", "Ja, dringend", "Yes, urgently"),
        c("some", "Ja, einige", "Yes, some"),
        c("no", "Nein", "No"),
      ],
      required: true,
    },
    {
      kind: "multiple",
      name: "wofuer",
      label: w("Wofür fehlen sie?", "For what?"),
      when: is("!=", "fehlen", "no"),
      choices: [
        c("board", "Vorstand und Leitung", "Board and leadership"),
        c("regular", "Regelmäßige Aufgaben", "Regular tasks"),
        c("events", "Feste und Veranstaltungen", "Festivals and events"),
        c("youth", "Arbeit mit Kindern und Jugendlichen", "Work with children and young people"),
        c("digital", "Internet und Technik", "Internet and technology"),
        c("money", "Finanzen und Anträge", "Finances and applications"),
      ],
      other,
    },
    {
      kind: "matrix",
      name: "sorgen",
      label: w("Wie sehr beschäftigt Sie Folgendes?", "How much do these things worry you?"),
      rows: [
        { name: "nachwuchs", label: w("Nachwuchs", "Young members") },
        { name: "geld", label: w("Geld", "Money") },
        { name: "raeume", label: w("Räume", "Rooms") },
        { name: "buerokratie", label: w("Bürokratie", "Paperwork") },
      ],
      choices: [
        c("much", "sehr", "a lot"),
        c("some", "etwas", "somewhat"),
        c("not", "gar nicht", "not at all"),
      ],
    },
  ],
};

const partners = { is: "not", of: { is: "empty", of: { is: "answer", of: "partner" } } } as const;

const cooperation: Page = {
  name: "zusammenarbeit",
  title: w("Zusammenarbeit", "Cooperation"),
  questions: [
    {
      kind: "organization",
      name: "partner",
      several: true,
      label: w(
        "Mit wem haben Sie im letzten Jahr zusammengearbeitet?",
        "With whom did you work together in the last year?",
      ),
      hint: w("Bis zu zehn, auch Ämter und Firmen.", "Up to ten, public offices and businesses too."),
    },
    {
      kind: "multiple",
      name: "partner_was",
      label: w("Worum ging es?", "What was it about?"),
      when: partners,
      choices: [
        c("events", "Gemeinsame Veranstaltungen", "Joint events"),
        c("rooms", "Räume und Geräte", "Rooms and equipment"),
        c("people", "Engagierte", "Volunteers"),
        c("knowledge", "Wissen und Beratung", "Knowledge and advice"),
        c("money", "Geld und Spenden", "Money and donations"),
      ],
      other,
    },
    {
      kind: "single",
      name: "partner_wie_oft",
      label: w("Wie oft etwa?", "About how often?"),
      when: partners,
      choices: [
        c("weekly", "Jede Woche", "Every week"),
        c("monthly", "Jeden Monat", "Every month"),
        c("yearly", "Ein paar Mal im Jahr", "A few times a year"),
        c("once", "Einmal", "Once"),
      ],
    },
    {
      kind: "scale",
      name: "partner_wie_gut",
      label: w("Wie gut lief es im Ganzen?", "How well did it go on the whole?"),
      when: partners,
      from: 1,
      to: 5,
      low: w("schlecht", "badly"),
      high: w("sehr gut", "very well"),
    },
  ],
};

const succession: Page = {
  name: "nachfolge",
  title: w("Ämter und Nachfolge", "Offices and succession"),
  questions: [
    {
      kind: "multiple",
      name: "aemter",
      label: w(
        "Für welche Ämter suchen Sie in den nächsten zwei Jahren jemanden?",
        "For which offices do you need somebody within two years?",
      ),
      choices: [
        c("chair", "Vorsitz", "Chair"),
        c("treasurer", "Kasse", "Treasurer"),
        c("secretary", "Schriftführung", "Secretary"),
        c("youth", "Jugendleitung", "Youth leader"),
        { ...c("none", "Keines", "None"), alone: true },
      ],
      other,
    },
    {
      kind: "single",
      name: "nachfolge_in_sicht",
      label: w("Ist eine Nachfolge in Sicht?", "Is a successor in sight?"),
      choices: [c("yes", "Ja", "Yes"), c("partly", "Für einen Teil", "For some"), c("no", "Nein", "No")],
    },
    {
      kind: "date",
      name: "amtszeit_ende",
      label: w("Wann endet die jetzige Amtszeit?", "When does the present term end?"),
    },
  ],
};

const citizens: Page = {
  name: "mitmachen",
  title: w("Mitmachen in der Stadt", "Taking part in town"),
  questions: [
    {
      kind: "single",
      name: "engagiert",
      label: w("Engagieren Sie sich freiwillig?", "Do you volunteer?"),
      choices: yesNo,
      required: true,
    },
    {
      kind: "multiple",
      name: "wo_engagiert",
      label: w("In welchen Bereichen?", "In which fields?"),
      when: is("=", "engagiert", "yes"),
      choices: [...fields],
      other,
    },
    {
      kind: "single",
      name: "wuerde_gern",
      label: w("Würden Sie gern (mehr) mitmachen?", "Would you like to take part (more)?"),
      choices: [
        c("surely", "Ja, sicher", "Yes, certainly"),
        c("maybe", "Vielleicht", "Perhaps"),
        c("no", "Nein", "No"),
      ],
    },
    {
      kind: "multiple",
      name: "hindernis",
      label: w("Was hindert Sie?", "What keeps you from it?"),
      when: is("!=", "wuerde_gern", "surely"),
      choices: [
        c("time", "Keine Zeit", "No time"),
        c("unknown", "Ich weiß nicht, wo", "I do not know where"),
        c("asked", "Mich hat niemand gefragt", "Nobody asked me"),
        c("health", "Gesundheit", "Health"),
        c("way", "Der Weg ist zu weit", "It is too far"),
        { ...c("nothing", "Nichts", "Nothing"), alone: true },
      ],
    },
  ],
};

const feedback: Page = {
  name: "rueckmeldung",
  title: w("Zum Schluss", "Finally"),
  questions: [
    {
      kind: "text",
      name: "wunsch",
      long: true,
      label: w("Was möchten Sie uns noch sagen?", "What else would you like to tell us?"),
      hint: w(
        "Bitte keine Namen. Was Sie schreiben, wird gelesen, bevor etwas davon erscheint.",
        "No names, please. What you write is read before any of it is published.",
      ),
      longest: 2_000,
    },
  ],
};

export type Block = { readonly key: string; readonly languages: readonly string[]; readonly page: Page };

/** Questions to begin with, complete in German and English. */
export const blocks: readonly Block[] = [club, volunteers, cooperation, succession, citizens, feedback].map(
  (page) => ({ key: page.name, languages: ["de", "en"], page }),
);
