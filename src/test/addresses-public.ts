import { askers, everybody, type Group, type Lines, only, people, strangers } from "./askers.ts";

const known = askers.filter((asker) => !strangers.includes(asker));

/** What is not published yet: those who write it see it at its public address, for everybody else it is not there. */
const unpublished = (writers: Parameters<typeof only>[0]): Group => {
  const { POST } = only(writers, { others: "missing" });
  return {
    POST,
    GET: { ...POST, visitor: "missing", foreignCoordinator: "missing", foreignVolunteer: "missing" },
  };
};

/** Somebody signed in elsewhere may join this town; somebody unknown signs in first. */
const joining: Group = {
  GET: { ...everybody.GET, visitor: "signIn" },
  POST: { ...everybody.POST, visitor: "signIn" },
};

/** What everybody may look at, ask for and do; who holds the link of a mail holds the right. */
export const publicAddresses: Lines = [
  [
    everybody,
    `
    GET /
    GET POST /saal
    GET /umfragen
    GET POST /umfragen/:surveySlug
    GET /umfragen/:surveySlug/papier.pdf
    GET /umfragen/:releasedSlug/ergebnisse
    GET /umfragen/:releasedSlug/ergebnisse/:releaseNumber
    GET /berichte
    GET /berichte/:reportSlug
    GET /werkstaetten
    GET /werkstaetten/:workshopSlug
    POST /werkstaetten/:workshopSlug/anmeldung
    GET POST /werkstaetten/:workshopSlug/anmeldung/:registrationToken
    GET POST /werkstaetten/:workshopSlug/saal
    POST /werkstaetten/:workshopSlug/saal/karten
    POST /werkstaetten/:workshopSlug/saal/punkte
    GET /werkstaetten/:workshopSlug/saal/stand
    GET /werkstaetten/:workshopSlug/themen/:cardCluster
    GET /werkstaetten/:workshopSlug/korrektur
    GET /werkstaetten/:workshopSlug/schritte
    GET /werkstaetten/:workshopSlug/bericht
    GET POST /umfragen/:askingSlug/seite/:surveyPage
    GET /umfragen/:askingSlug/absenden
    POST /umfragen/:askingSlug/absenden
    GET /umfragen/:askingSlug/danke
    GET POST /umfragen/:sumsSlug/alles
    GET POST /umfragen/:askingSlug/weiter
    GET /umfragen/:askingSlug/anonym
    GET POST /umfragen/:askingSlug/kontakt
    GET POST /umfragen/:askingSlug/keine-erinnerung?code=:askingCode
    GET /faden/:tracedKind/:cardCluster
    GET /a/:offerNumber
    GET POST /abmelden
    GET /aktuelles
    GET /aktuelles/:newsSlug
    GET /aktuelles/feed.xml
    GET /angebote
    GET /angebote/:offerSlug
    GET /angebote/:offerSlug/aushang
    GET /angebote/:planSlug/schichten
    GET /angebote/:planSlug/schichten.ics
    GET /angebote/aushang
    GET /angebote/feed.xml
    GET /angebote/karte
    GET /da/:checkInCode
    GET POST /anfrage/:askedToken
    GET /anmelden
    POST /anmelden/demo
    GET /anmelden/gesendet
    POST /anmelden/link
    GET POST /anmelden/link/:linkToken
    POST /anmelden/passwort
    POST /anmelden/schluessel
    POST /anmelden/schluessel/frage
    GET POST /anmelden/zweiter-schritt
    GET POST /antwort/:answerToken
    GET /api
    GET /api/openapi.json
    GET /api/v1/events
    GET /api/v1/events/:dateSlug
    GET /api/v1/opportunities
    GET /api/v1/opportunities/:offer
    GET /api/v1/organizations
    GET /api/v1/organizations/:club
    GET /api/v1/services
    GET /api/v1/services/:service
    GET /assets/:styles
    GET /barrierefreiheit
    GET POST /bestaetigen/:confirmationToken
    GET POST /schicht/platz/:freePlaceToken
    GET /dateien/:file
    GET /datenschutz
    GET /einladung/:invitationToken
    GET POST /fragen
    GET /fragen/danke
    GET POST /freigabe/:releaseToken
    POST /freigabe/:releaseToken/ruecknahme
    GET /healthz
    GET /helfen
    GET /helfen/gewichte
    GET /helfen/vorschlaege
    GET /helfen/vorschlaege/warum/:offerSlug
    GET /hilfe
    GET /hilfe/:book
    GET /impressum
    GET /kalender
    GET /kalender.ics
    GET /kalender.json
    GET /kalender/:dateSlug
    GET /kalender/:dateSlug/termin.ics
    GET /kalender/persoenlich/:calendarFile
    GET /karte
    GET /leichte-sprache
    GET /leistungen
    GET /leistungen/luecken
    GET /metrics
    GET POST /nachrichten/:messagesToken
    GET POST /nachfrage/:followUpToken
    GET /offene-daten
    GET /offene-daten/:list.csv
    GET /offene-daten/:list.json
    GET /offene-daten/katalog.jsonld
    GET /organisationen
    GET /organisationen/:clubSlug
    GET /organisationen/:clubSlug/kalender.ics
    GET /organisationen/:otherSlug/das-sind-wir
    GET /readyz
    GET POST /schicht/hilfe/:callToken
    GET /schicht/uebergabe/:handoverToken
    GET /seite/:pageSlug
    GET /suche
    GET /termin/:appointmentToken
    POST /termin/:appointmentToken/absage
    GET /termin/:appointmentToken/termin.ics
    POST /termin/:appointmentToken/verlegung
    GET /wissen
    GET /wissen/:guideSlug
    `,
  ],
  [
    people,
    `
    POST /einladung/:invitationToken
    POST /helfen/merken
    `,
  ],
  [
    only(
      known.filter((asker) => asker !== "otherRepresentative"),
      { others: "forbidden" },
    ),
    "POST /organisationen/:otherSlug/das-sind-wir",
  ],
  [
    // The board of a hall is for those who know its word, and for the office.
    unpublished(["coordinator"]),
    `
    GET /werkstaetten/:workshopSlug/leinwand
    GET /werkstaetten/:workshopSlug/leinwand/stand
`,
  ],
  [
    // Phones of the hall and letters of a registration are known by what they carry, not by a role.
    only([], { others: "forbidden" }),
    "POST /werkstaetten/:workshopSlug/korrektur",
  ],
  [
    unpublished([]),
    `
    GET /api/v1/events/:clubDateSlug
    GET /api/v1/opportunities/:draft
    `,
  ],
  [
    unpublished(["coordinator", "editor", "administrator"]),
    `
    GET /aktuelles/:newsDraftSlug
    GET /seite/:pageDraftSlug
    `,
  ],
  [
    unpublished(["coordinator", "editor", "administrator", "representative"]),
    `
    GET /kalender/:clubDateSlug
    GET /kalender/:clubDateSlug/termin.ics
    `,
  ],
  [joining, "GET POST /anmelden/willkommen"],
  [unpublished(["coordinator", "representative"]), "GET /angebote/:draftSlug"],
];
