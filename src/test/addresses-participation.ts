import { everybody, type Lines, only } from "./askers.ts";

const office = only(["coordinator"], { others: "forbidden" });

/** What the town decides together with its people: processes, proposals, opinions, ballots, funds. */
export const participationAddresses: Lines = [
  [
    everybody,
    `
    GET /beteiligung/:processSlug/vorhaben
    GET /beteiligung/:processSlug/ergebnis
    `,
  ],
  [
    office,
    `
    GET POST /buero/beteiligung/:process/fonds
    GET /buero/beteiligung/:process/fonds/pruefung
    GET POST /buero/beteiligung/:process/fonds/pruefung/:proposal
    GET POST /buero/beteiligung/:process/fonds/abstimmung
    POST /buero/beteiligung/:process/fonds/abstimmung/uebernahme
    GET /buero/beteiligung/:process/fonds/vorhaben
    GET POST /buero/beteiligung/:process/fonds/vorhaben/:fundProject
    POST /buero/beteiligung/:process/fonds/vorhaben/:fundProject/neues
    GET /buero/abstimmungen/:ballot/briefe
    POST /buero/abstimmungen/:ballot/briefe/versand
    POST /buero/abstimmungen/:ballot/briefe/druck
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
