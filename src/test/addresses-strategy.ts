import { everybody, type Lines, only, people } from "./askers.ts";

const office = only(["coordinator", "chair"], { others: "forbidden" });
const partners = only(["representative", "otherRepresentative", "partner"], { others: "forbidden" });
const club = only(["representative"], { others: "missing" });

/** What the town wants: the text and its amendments, measures, indicators, commitments. */
export const strategyAddresses: Lines = [
  [
    everybody,
    `
    GET /strategie
    GET /strategie/pakete
    GET /strategie/pakete/:packageNumber
    GET /strategie/felder/:fieldSlug
    GET /strategie/massnahmen
    GET /strategie/massnahmen/:measureNumber
    GET /strategie/fortschritt
    GET /strategie/text
    GET /strategie/leicht
    GET /strategie/fassungen/:versionNumber
    GET /strategie/fassungen/:versionNumber/strategie.pdf
    GET /strategie/fassungen/:versionNumber/vergleich
    GET /strategie/absatz/:paragraph
    GET /strategie/aenderungen
    GET /strategie/aenderungen/:amendmentNumber
    GET /strategie/kennzahlen/:indicatorNumber
    `,
  ],
  [
    people,
    `
    GET POST /strategie/aenderungen/neu
    GET POST /strategie/aenderungen/:amendmentNumber/verbessern
    `,
  ],
  // A seat speaks, not a role: those who write down what was said, and whoever sits there (see the test of the pages).
  [only(["coordinator", "chair", "consortium"], { others: "forbidden" }), "GET /mein/strategie/pakete"],
  [
    office,
    `
    GET POST /mein/strategie/pakete/:packageNumber
    GET POST /mein/strategie/aenderungen/:amendmentNumber
    `,
  ],
  [only(["coordinator"], { others: "forbidden" }), "POST /strategie/aenderungen/:amendmentNumber/ruecknahme"],
  [office, "POST /strategie/aenderungen/:refinementNumber/uebernahme"],
  [
    partners,
    `
    GET /mein/strategie
    GET POST /mein/strategie/zusagen/neu/:measureNumber
    `,
  ],
  [
    club,
    `
    GET /mein/strategie/zusagen/:measureCommitment
    POST /mein/strategie/zusagen/:measureCommitment/stand
    POST /mein/strategie/zusagen/:measureCommitment/verlaengerung
    POST /mein/strategie/zusagen/:measureCommitment/ende
    `,
  ],
  [
    office,
    `
    GET /buero/strategie
    GET POST /buero/strategie/felder
    POST /buero/strategie/felder/anfang
    POST /buero/strategie/felder/ziele
    GET POST /buero/strategie/felder/:actionField
    POST /buero/strategie/felder/:actionField/ende
    GET /buero/strategie/massnahmen
    GET POST /buero/strategie/massnahmen/neu
    GET /buero/strategie/massnahmen/:measure
    GET POST /buero/strategie/massnahmen/:measure/bearbeiten
    GET POST /buero/strategie/massnahmen/:measure/stand
    POST /buero/strategie/massnahmen/:measure/schritte
    POST /buero/strategie/massnahmen/:measure/schritte/:measureMilestone
    GET POST /buero/strategie/massnahmen/:measure/zusagen
    GET /buero/strategie/kennzahlen
    GET POST /buero/strategie/kennzahlen/neu
    GET POST /buero/strategie/kennzahlen/:indicator
    POST /buero/strategie/kennzahlen/:indicator/werte
    POST /buero/strategie/kennzahlen/:indicator/werte/:indicatorValue
    GET POST /buero/strategie/fassungen/neu
    GET POST /buero/strategie/fassungen/:draftVersion
    POST /buero/strategie/fassungen/:draftVersion/stand
    GET POST /buero/strategie/fassungen/:draftVersion/text
    POST /buero/strategie/fassungen/:draftVersion/absaetze
    POST /buero/strategie/fassungen/:draftVersion/absaetze/:draftParagraph
    POST /buero/strategie/fassungen/:draftVersion/zusammenfuehrung
    POST /buero/strategie/fassungen/:draftVersion/beschluss
    GET /buero/strategie/pakete
    GET POST /buero/strategie/pakete/neu
    GET POST /buero/strategie/pakete/:amendmentPackage
    POST /buero/strategie/pakete/:amendmentPackage/erinnerung
    GET /buero/strategie/aenderungen
    GET POST /buero/strategie/aenderungen/:amendment
    GET /buero/strategie/zusagen
    GET /buero/strategie/zusagen/:measureCommitment
    POST /buero/strategie/zusagen/:measureCommitment/antwort
    POST /buero/strategie/zusagen/:measureCommitment/stand
    POST /buero/strategie/zusagen/:measureCommitment/verlaengerung
    POST /buero/strategie/zusagen/:measureCommitment/ende
    `,
  ],
];
