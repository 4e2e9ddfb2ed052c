import { type Lines, only } from "./askers.ts";

const office = only(["coordinator"], { others: "forbidden" });
// Files are not even there for others; the administrator sees the people, but not what the office does with them.
const files = only(["coordinator"], { others: "missing", but: { administrator: "forbidden" } });
const hidden = only(["coordinator"], { others: "missing" });
const speakersSee = only(["coordinator", "representative"], { others: "missing" });
const speakers = only(["coordinator", "representative"], { others: "forbidden" });
// Whoever speaks for any organization may ask in its name.
const askers = only(["coordinator", "representative", "otherRepresentative"], { others: "forbidden" });

/** The back office. */
export const officeAddresses: Lines = [
  [
    office,
    `
    GET /buero
    GET /buero/berichte
    GET POST /buero/berichte/:report
    POST /buero/berichte/:report/siegel
    GET POST /buero/berichte/:report/teile
    GET POST /buero/berichte/:report/teile/:reportPart
    GET /buero/berichte/:report/vorschau.pdf
    GET /buero/werkstaetten
    GET /buero/werkstaetten/:workshop
    GET POST /buero/werkstaetten/:workshop/bearbeiten
    GET POST /buero/werkstaetten/:workshop/karten
    GET POST /buero/werkstaetten/:workshop/menschen
    GET POST /buero/werkstaetten/:workshop/menschen/:workshopRegistration
    GET /buero/werkstaetten/:workshop/menschen/druck/liste
    GET /buero/werkstaetten/:workshop/menschen/druck/schilder
    GET POST /buero/werkstaetten/:workshop/phasen
    GET POST /buero/werkstaetten/:workshop/phasen/:workshopPhase
    GET POST /buero/werkstaetten/:workshop/pinnwand/:workshopPhase
    GET POST /buero/werkstaetten/:workshop/themen/:cardCluster
    GET POST /buero/werkstaetten/:workshop/korrekturen
    GET POST /buero/werkstaetten/:workshop/schritte
    GET POST /buero/werkstaetten/:workshop/schritte/:workshopStep
    GET POST /buero/werkstaetten/:workshop/bilder
    GET POST /buero/werkstaetten/:workshop/bericht
    POST /buero/werkstaetten/:workshop/stand
    GET POST /buero/werkstaetten/:workshop/tische
    GET POST /buero/werkstaetten/:workshop/tische/:workshopTable
    GET POST /buero/werkstaetten/neu
    POST /buero/akten/:advised/merkliste?angebot=:offer
    POST /buero/akten/:advised/merkliste/entfernen?angebot=:offer
    GET /buero/anfragen
    GET /buero/anfragen/:inquiry
    POST /buero/anfragen/:inquiry/abschluss
    POST /buero/anfragen/:inquiry/antworten
    POST /buero/anfragen/:inquiry/person
    POST /buero/anfragen/:inquiry/termin
    GET POST /buero/anfragen/neu
    GET /buero/angebote
    GET /buero/schichten
    GET POST /buero/angebote/:offer/menschen
    POST /buero/angebote/:offer/menschen/antwort?einladung=:asked
    GET /buero/aufgaben/:task
    POST /buero/aufgaben/:task/erledigung
    POST /buero/aufgaben/:task/rueckkehr
    POST /buero/aufgaben/:task/uebernahme
    POST /buero/aufgaben/:task/vertagung
    POST /buero/aufgaben/:task/zuweisung
    GET /buero/erledigt
    GET POST /buero/gewichte
    GET POST /buero/import
    POST /buero/import/:import
    GET POST /buero/import/angebote
    POST /buero/import/angebote/:offerImport
    GET /buero/import/angebote/vorlage.csv
    GET /buero/import/vorlage.csv
    GET /buero/luecken
    GET POST /buero/menschen/neu
    GET /buero/organisationen
    POST /buero/organisationen/:club/bestaetigung
    POST /buero/organisationen/:club/sichtbarkeit
    GET /buero/organisationen/anmeldungen
    POST /buero/organisationen/anmeldungen/:claim
    GET /buero/organisationen/doppelte
    GET POST /buero/organisationen/doppelte/:doubleOne/:doubleTwo
    POST /buero/organisationen/doppelte/:doubleOne/:doubleTwo/verschieden
    GET /buero/organisationen/export.csv
    GET POST /buero/organisationen/neu
    GET /buero/postausgang
    GET POST /buero/qualifikationen
    GET POST /buero/qualifikationen/:qualification
    POST /buero/qualifikationen/:qualification/ende
    GET /buero/postausgang/:mail
    GET /buero/postausgang/:mail/brief
    POST /buero/postausgang/:mail/sendungen
    GET /buero/termine
    GET /buero/termine/:slot
    POST /buero/termine/:slot/absage
    POST /buero/termine/:slot/buchung
    POST /buero/termine/:slot/ergebnis
    POST /buero/termine/zeiten
    GET /buero/vermittlungen
    GET POST /buero/vertretung
    POST /buero/vertretung/:substitution/ende
    `,
  ],
  [
    files,
    `
    GET /buero/akten/:advised
    GET /buero/akten/:advised/bogen
    GET POST /buero/akten/:advised/gespraech
    GET POST /buero/akten/:advised/gespraech/:consultation
    GET POST /buero/akten/:advised/vorschlag?angebot=:offer
    GET POST /buero/menschen/:person/bearbeiten
    GET POST /buero/menschen/:person/code
    GET POST /buero/menschen/:person/einwilligungen
    POST /buero/menschen/:person/einwilligungen/widerruf
    GET POST /buero/menschen/:person/qualifikationen
    POST /buero/menschen/:person/qualifikationen/:held/ende
    POST /buero/menschen/:person/qualifikationen/:held/gesehen
    `,
  ],
  [
    only(["coordinator", "administrator"], { others: "missing" }),
    `
    GET /buero/menschen/:person
    GET POST /buero/menschen/:person/rollen
    POST /buero/menschen/:person/rollen/ende
    POST /buero/menschen/:person/rollen/sperre
    POST /buero/menschen/:person/rollen/zweiter-faktor
    `,
  ],
  [
    hidden,
    `
    GET /buero/import/:import
    GET /buero/import/angebote/:offerImport
    GET /buero/vermittlungen/:sentReferral
    POST /buero/vermittlungen/:sentReferral/antwort
    POST /buero/vermittlungen/:sentReferral/einsatz
    POST /buero/vermittlungen/:sentReferral/ende
    POST /buero/vermittlungen/:sentReferral/freigabe
    POST /buero/vermittlungen/:sentReferral/ruecknahme
    POST /buero/vermittlungen/:sentReferral/schnuppern
    `,
  ],
  [
    office,
    `
    POST /buero/vermittlungen/:sentReferral/anfrage
    POST /buero/vermittlungen/:sentReferral/link
    `,
  ],
  [
    only(["coordinator"], { others: "missing", but: { representative: "forbidden" } }),
    "GET POST /buero/vermittlungen/nachfragen/:followUp",
  ],
  [
    speakersSee,
    `
    GET /fragebogen/:survey
    GET /fragebogen/:survey/ausgabe
    GET /fragebogen/:survey/ausgabe/:exportedFile
    GET /fragebogen/:asking/auswertung
    GET POST /fragebogen/:released/ergebnisse
    GET POST /fragebogen/:released/ergebnisse/:release
    POST /fragebogen/:released/ergebnisse/:release/ende
    POST /fragebogen/:released/ergebnisse/:release/halt
    POST /fragebogen/:released/ergebnisse/:release/schutz
    POST /fragebogen/:released/ergebnisse/:release/veroeffentlichung
    GET POST /fragebogen/:released/papier
    GET /fragebogen/:released/papier/:paperBatch
    POST /fragebogen/:released/papier/:paperBatch/abschluss
    POST /fragebogen/:released/papier/:paperBatch/summen
    GET POST /fragebogen/:released/papier/:paperBatch/:paperSheet
    GET POST /fragebogen/:survey/einlesen
    GET POST /fragebogen/:survey/bausteine
    GET POST /fragebogen/:survey/beginn
    GET POST /fragebogen/:survey/einstellungen
    GET POST /fragebogen/:survey/ende
    GET POST /fragebogen/:survey/fragen
    GET POST /fragebogen/:survey/fragen/:surveyQuestion
    POST /fragebogen/:survey/fragen/:surveyQuestion/entfernung
    POST /fragebogen/:survey/fragen/:surveyQuestion/hoch
    POST /fragebogen/:survey/fragen/:surveyQuestion/runter
    POST /fragebogen/:survey/fragen/:surveyQuestion/verdoppelung
    POST /fragebogen/:survey/fragen/:surveyPage/aufloesung
    POST /fragebogen/:survey/fragen/:surveyPage/danach
    GET POST /fragebogen/:survey/fragen/:surveyPage/seite
    GET POST /fragebogen/:asking/einladungen
    POST /fragebogen/:asking/einladungen/briefe
    POST /fragebogen/:asking/einladungen/entfernen?einladung=:askedGuest
    POST /fragebogen/:asking/einladungen/erinnerung
    POST /fragebogen/:asking/einladungen/versand
    GET /fragebogen/:asking/kontakte
    POST /fragebogen/:asking/kontakte?adresse=:leftAddress
    GET /fragebogen/:asking/ruecklauf
    GET /fragebogen/:survey/probe
    GET /fragebogen/:survey/auswertung
    GET POST /fragebogen/:survey/texte
    GET POST /fragebogen/:survey/titel
    GET POST /fragebogen/:survey/vorschau
    POST /fragebogen/:survey/zuruecknahme
    GET /buero/angebote/:draft
    GET POST /buero/angebote/:draft/bearbeiten
    POST /buero/angebote/:draft/bestaetigung
    POST /buero/angebote/:draft/stand
    POST /buero/angebote/:draft/veroeffentlichung
    `,
  ],
  [
    only(["coordinator", "representative", "otherRepresentative", "partner"], { others: "forbidden" }),
    "GET POST /buero/angebote/neu",
  ],
  [
    only(["coordinator", "administrator"], { others: "forbidden" }),
    `
    GET POST /buero/einstellungen
    GET /buero/menschen
    `,
  ],
  [
    only(["coordinator", "editor", "administrator"], { others: "forbidden" }),
    `
    GET /buero/inhalte
    GET POST /buero/inhalte/:page
    POST /buero/inhalte/:page/sichtbarkeit
    GET /buero/inhalte/aktuelles
    GET POST /buero/inhalte/aktuelles/:news
    POST /buero/inhalte/aktuelles/:news/sichtbarkeit
    GET POST /buero/inhalte/aktuelles/neu
    GET POST /buero/inhalte/neu
    GET /buero/inhalte/termine
    GET POST /buero/inhalte/termine/:date
    POST /buero/inhalte/termine/:date/absage
    GET POST /buero/inhalte/termine/neu
    `,
  ],
  [
    askers,
    `
    GET /fragebogen
    GET POST /fragebogen/neu
    `,
  ],
  [
    speakers,
    `
    GET /buero/organisationen/:club
    GET /buero/organisationen/:club/ansprechpersonen
    GET POST /buero/organisationen/:club/ansprechpersonen/:contact
    POST /buero/organisationen/:club/ansprechpersonen/:contact/entfernen
    GET POST /buero/organisationen/:club/ansprechpersonen/neu
    GET POST /buero/organisationen/:club/erreichbar
    GET POST /buero/organisationen/:club/kalender
    POST /buero/organisationen/:club/kalender/:calendarSource/ende
    POST /buero/organisationen/:club/kalender/:calendarSource/freigabe
    POST /buero/organisationen/:club/kalender/:calendarSource/lesen
    GET /buero/organisationen/:club/leistungen
    GET POST /buero/organisationen/:club/leistungen/:service
    POST /buero/organisationen/:club/leistungen/:service/entfernen
    GET POST /buero/organisationen/:club/leistungen/neu
    GET POST /buero/organisationen/:club/menschen
    GET POST /buero/organisationen/:club/menschen/:speaker/entfernen
    POST /buero/organisationen/:club/menschen/einladungen/:invitation
    GET /buero/organisationen/:club/orte
    GET POST /buero/organisationen/:club/orte/:site
    POST /buero/organisationen/:club/orte/:site/entfernen
    GET POST /buero/organisationen/:club/orte/neu
    GET POST /buero/organisationen/:club/wir
    `,
  ],
];
