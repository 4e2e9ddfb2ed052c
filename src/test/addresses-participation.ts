import { everybody, type Lines, nobody, only, people } from "./askers.ts";

const office = only(["coordinator"], { others: "forbidden" });

/** What the town decides together with its people: processes, proposals, opinions, ballots, funds. */
export const participationAddresses: Lines = [
  [
    everybody,
    `
    GET /beteiligung
    GET /beteiligung/:processSlug
    GET /beteiligung/abstimmungen
    GET /beteiligung/abstimmungen/:ballotSlug
    GET POST /beteiligung/abstimmungen/:ballotSlug/code
    GET POST /beteiligung/abstimmungen/:ballotSlug/stimmzettel
    GET /beteiligung/abstimmungen/:ballotSlug/geheim
    GET /beteiligung/abstimmungen/:ballotSlug/ergebnis
    GET /beteiligung/abstimmungen/:ballotSlug/quittung/:ballotReceipt
    GET /beteiligung/:processSlug/vorschlaege
    GET /beteiligung/:processSlug/vorschlaege/aehnlich
    GET /beteiligung/:processSlug/vorschlaege/:proposalNumber
    GET /beteiligung/:processSlug/vorschlaege/:proposalNumber/gruende
    GET /beteiligung/:processSlug/vorschlaege/:proposalNumber/weg
    GET /beteiligung/:processSlug/vorhaben
    GET /beteiligung/antworten
    GET /beteiligung/:processSlug/fragen
    GET /beteiligung/:processSlug/moderation
    GET /beteiligung/:processSlug/moderation.csv
    GET POST /beteiligung/:processSlug/moderation/meldung/:subjectKind/:proposalReason
    GET /beteiligung/:processSlug/ergebnis
    GET /beteiligung/meinungen/:opinionRoundSlug
    POST /beteiligung/meinungen/:opinionRoundSlug/stimmen
    POST /beteiligung/meinungen/:opinionRoundSlug/aussagen
    GET /beteiligung/meinungen/:opinionRoundSlug/karte
    GET /beteiligung/meinungen/:opinionRoundSlug/stimmen.csv
    GET /beteiligung/meinungen/:opinionRoundSlug/moderation
    GET /beteiligung/abstimmungen/:ballotSlug/nachrechnen
    GET /pruefen
    `,
  ],
  [
    // Before a ballot is published nobody finds a sheet of it, the office neither.
    nobody,
    `
    GET /beteiligung/abstimmungen/:ballotSlug/daten/:ballotFile
    GET /pruefen/:ballotReceipt
    `,
  ],
  [
    people,
    `
    POST /beteiligung/:processSlug/nachrichten
    POST /beteiligung/:processSlug/fragen
    GET POST /beteiligung/:processSlug/zusammenlegungen/neu
    GET POST /beteiligung/:processSlug/vorschlaege/neu
    POST /beteiligung/:processSlug/vorschlaege/:proposalNumber/gruende
    POST /beteiligung/:processSlug/vorschlaege/:proposalNumber/unterstuetzung
    `,
  ],
  [
    // What was hidden is there for whoever wrote it.
    only(["volunteer"], { others: "missing" }),
    `
    GET POST /beteiligung/:processSlug/moderation/:moderation/einspruch
    POST /beteiligung/:processSlug/fragen/:processAnswer/ruecknahme
    POST /beteiligung/:processSlug/zusammenlegungen/:proposalJoining
    POST /beteiligung/:processSlug/zusammenlegungen/:proposalJoining/ruecknahme
    `,
  ],
  [
    only(["volunteer", "coordinator"], { others: "missing" }),
    "GET /beteiligung/:processSlug/zusammenlegungen/:proposalJoining",
  ],
  [
    // A proposal that was written online belongs to its authors, not to the office.
    only(["volunteer"], { others: "forbidden" }),
    `
    GET POST /beteiligung/:processSlug/vorschlaege/:proposalNumber/bearbeiten
    POST /beteiligung/:processSlug/vorschlaege/:proposalNumber/ruecknahme
    `,
  ],
  [
    only(["volunteer"], { others: "missing" }),
    "POST /beteiligung/:processSlug/vorschlaege/:proposalNumber/gruende/:proposalReason/ruecknahme",
  ],
  [
    office,
    `
    GET /buero/beteiligung/:process/vorschlaege
    GET POST /buero/beteiligung/:process/vorschlaege/papier
    GET POST /buero/beteiligung/:process/vorschlaege/unterschriften
    GET /buero/beteiligung
    GET POST /buero/beteiligung/neu
    GET /buero/beteiligung/:process
    GET POST /buero/beteiligung/:process/bearbeiten
    GET POST /buero/beteiligung/:process/phasen
    GET POST /buero/beteiligung/:process/stand
    GET POST /buero/beteiligung/:process/meinungen
    GET /buero/meinungen/:opinionRound
    POST /buero/meinungen/:opinionRound/aussagen
    POST /buero/meinungen/:opinionRound/stand
    GET POST /buero/meinungen/:opinionRound/papier
    GET POST /buero/meinungen/:opinionRound/aussagen/:statement
    POST /buero/meinungen/:opinionRound/aussagen/:statement/aufnahme
    POST /buero/meinungen/:opinionRound/aussagen/:statement/ablehnung
    GET /buero/beteiligung/:process/antworten
    GET POST /buero/beteiligung/:process/antworten/:processAnswer
    GET /buero/beteiligung/:process/zusammenlegungen
    GET POST /buero/beteiligung/:process/zusammenlegungen/neu
    GET POST /buero/beteiligung/:process/zusammenlegungen/:proposalJoining
    POST /buero/beteiligung/:process/zusammenlegungen/:proposalJoining/ruecknahme
    GET /buero/beteiligung/:process/moderation
    GET POST /buero/beteiligung/:process/moderation/:subjectKind/:proposalReason
    GET POST /buero/beteiligung/:process/moderation/einspruch/:moderation
    GET POST /buero/beteiligung/:process/fonds
    GET /buero/beteiligung/:process/fonds/pruefung
    GET POST /buero/beteiligung/:process/fonds/pruefung/:proposal
    GET POST /buero/beteiligung/:process/fonds/abstimmung
    POST /buero/beteiligung/:process/fonds/abstimmung/uebernahme
    GET /buero/beteiligung/:process/fonds/vorhaben
    GET POST /buero/beteiligung/:process/fonds/vorhaben/:fundProject
    POST /buero/beteiligung/:process/fonds/vorhaben/:fundProject/neues
    GET /buero/abstimmungen
    GET POST /buero/abstimmungen/neu
    GET /buero/abstimmungen/:ballot
    POST /buero/abstimmungen/:ballot/stand
    GET POST /buero/abstimmungen/:ballot/bearbeiten
    GET POST /buero/abstimmungen/:ballot/auswahl
    POST /buero/abstimmungen/:ballot/auswahl/los
    GET POST /buero/abstimmungen/:ballot/verzeichnis
    POST /buero/abstimmungen/:ballot/verzeichnis/liste
    GET POST /buero/abstimmungen/:ballot/verzeichnis/:ballotVoter
    GET /buero/abstimmungen/:ballot/briefe
    POST /buero/abstimmungen/:ballot/briefe/versand
    POST /buero/abstimmungen/:ballot/briefe/druck
    POST /buero/abstimmungen/:ballot/briefe/nachdruck
    POST /buero/abstimmungen/:ballot/briefe/karten
    POST /buero/abstimmungen/:ballot/briefe/einzeln
    GET POST /buero/abstimmungen/:ballot/zettel
    GET /buero/abstimmungen/:ballot/zettel/muster.pdf
    GET POST /buero/abstimmungen/:ballot/schalter
    POST /buero/abstimmungen/:ballot/schalter/:ballotVoter/vermerk
    POST /buero/abstimmungen/:ballot/schalter/:ballotVoter/ruecknahme
    GET POST /buero/abstimmungen/:ballot/stapel
    GET POST /buero/abstimmungen/:ballot/stapel/:ballotPile
    POST /buero/abstimmungen/:ballot/stapel/:ballotPile/zweite
    POST /buero/abstimmungen/:ballot/stapel/:ballotPile/summe
    POST /buero/abstimmungen/:ballot/stapel/:ballotPile/aufloesung
    GET POST /buero/abstimmungen/:ballot/abgleich
    GET /buero/abstimmungen/:ballot/abgleich/blatt
    GET POST /buero/abstimmungen/:ballot/auszaehlung
    POST /buero/abstimmungen/:ballot/auszaehlung/veroeffentlichung
    `,
  ],
];
