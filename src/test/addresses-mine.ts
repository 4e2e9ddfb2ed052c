import { type Lines, only, people } from "./askers.ts";

const speakers = only(["coordinator", "representative"], { others: "forbidden" });
const speakersSee = only(["coordinator", "representative"], { others: "missing" });
const owner = only(["volunteer"], { others: "missing" });
const ownerAndOffice = only(["volunteer", "coordinator"], { others: "missing" });

/** What belongs to somebody: to the person who asks, or to the organization they speak for. */
export const mineAddresses: Lines = [
  [
    people,
    `
    GET /mein
    GET POST /mein/akte
    GET /mein/anfragen
    GET /mein/angebote
    GET POST /mein/daten
    GET POST /mein/daten/abschied
    GET /mein/daten/alles
    GET /mein/daten/alles.json
    GET POST /mein/daten/e-mail
    GET POST /mein/daten/e-mail/:emailToken
    GET /mein/einblicke
    GET POST /mein/einwilligungen
    POST /mein/einwilligungen/widerruf
    GET POST /mein/kalender
    POST /mein/kalender/ende
    GET POST /mein/nachrichten
    GET /mein/organisationen
    GET POST /mein/qualifikationen
    GET /mein/schichten
    GET /mein/sicherheit
    POST /mein/sicherheit/geraete/ende
    POST /mein/sicherheit/passwort
    POST /mein/sicherheit/schluessel
    POST /mein/sicherheit/schluessel/ende
    POST /mein/sicherheit/schluessel/frage
    GET POST /mein/sicherheit/zweiter-schritt
    POST /mein/sicherheit/zweiter-schritt/beginn
    POST /mein/sicherheit/zweiter-schritt/ende
    GET /mein/vermittlungen
    GET POST /mein/suchen
    GET /mein/vorschlaege
    POST /mein/vorschlaege/doch?angebot=:offer
    POST /mein/vorschlaege/nein?angebot=:offer
    GET POST /mein/wuensche
    POST /mein/wuensche/loeschung
    `,
  ],
  [
    owner,
    `
    POST /da/:checkInCode?anmeldung=:planSignup
    GET /mein/schichten/:planSignup
    POST /mein/schichten/:planSignup/absage
    POST /mein/schichten/:planSignup/antwort
    GET /mein/schichten/:planSignup/termin.ics
    POST /mein/anfragen/termine/:ownAppointment/absage
    POST /mein/suchen/:search
    POST /mein/suchen/:search/loeschung
    GET /mein/vermittlungen/:referral
    POST /mein/vermittlungen/:referral/freigabe
    POST /mein/vermittlungen/:referral/ruecknahme
    `,
  ],
  [
    ownerAndOffice,
    `
    POST /mein/qualifikationen/:ownHeld/ende
    `,
  ],
  [
    speakersSee,
    `
    GET /mein/angebote/:draft
    GET POST /mein/angebote/:draft/bearbeiten
    POST /mein/angebote/:draft/bestaetigung
    POST /mein/angebote/:draft/stand
    POST /mein/angebote/:draft/veroeffentlichung
    GET POST /mein/vermittlungen/nachfragen/:followUp
    `,
  ],
  [
    people,
    `
    GET POST /angebote/:planSlug/schichten/auswahl
    GET /angebote/:planSlug/schichten/ergebnis
    GET POST /angebote/:planSlug/schichten/wuensche
    GET POST /mein/schichten/zusagen/neu/:series
    POST /schicht/uebergabe/:handoverToken
    `,
  ],
  [owner, "GET POST /mein/schichten/:givenSignup/uebergabe"],
  [
    only(["volunteer", "coordinator", "representative"], { others: "missing" }),
    "GET POST /mein/schichten/zusagen/:commitment",
  ],
  [
    only(["representative"], { others: "missing" }),
    `
    GET /mein/vermittlungen/:sentReferral
    POST /mein/vermittlungen/:sentReferral/antwort
    `,
  ],
  [
    only(["coordinator", "representative", "otherRepresentative", "partner"], { others: "forbidden" }),
    `
    GET POST /mein/angebote/neu
    GET /schichtplan
    `,
  ],
  [
    speakers,
    `
    GET POST /mein/angebote/:offer/menschen
    GET /mein/organisationen/:club
    GET /mein/organisationen/:club/ansprechpersonen
    GET POST /mein/organisationen/:club/ansprechpersonen/:contact
    POST /mein/organisationen/:club/ansprechpersonen/:contact/entfernen
    GET POST /mein/organisationen/:club/ansprechpersonen/neu
    GET POST /mein/organisationen/:club/erreichbar
    GET POST /mein/organisationen/:club/kalender
    POST /mein/organisationen/:club/kalender/:calendarSource/ende
    POST /mein/organisationen/:club/kalender/:calendarSource/freigabe
    POST /mein/organisationen/:club/kalender/:calendarSource/lesen
    GET /mein/organisationen/:club/leistungen
    GET POST /mein/organisationen/:club/leistungen/:service
    POST /mein/organisationen/:club/leistungen/:service/entfernen
    GET POST /mein/organisationen/:club/leistungen/neu
    GET POST /mein/organisationen/:club/menschen
    GET POST /mein/organisationen/:club/menschen/:speaker/entfernen
    POST /mein/organisationen/:club/menschen/einladungen/:invitation
    GET /mein/organisationen/:club/orte
    GET POST /mein/organisationen/:club/orte/:site
    POST /mein/organisationen/:club/orte/:site/entfernen
    GET POST /mein/organisationen/:club/orte/neu
    GET POST /mein/organisationen/:club/wir
    GET /schichtplan/:plan
    GET POST /schichtplan/:plan/anmeldungen/:planSignup
    GET POST /schichtplan/:plan/einstellungen
    GET POST /schichtplan/:plan/import
    GET /schichtplan/:plan/import/menschen.csv
    GET /schichtplan/:plan/import/schichten.csv
    GET /schichtplan/:plan/listen
    GET POST /schichtplan/:plan/menschen
    GET POST /schichtplan/:plan/menschen/:helper
    POST /schichtplan/:plan/menschen/:helper/ende
    POST /schichtplan/:plan/menschen/:helper/nachweise/:held
    POST /schichtplan/:plan/menschen/:helper/paare
    GET POST /schichtplan/:plan/regeln
    POST /schichtplan/:plan/regeln/:planRule/ende
    POST /schichtplan/:plan/regeln/:planRule/hoch
    GET POST /schichtplan/:plan/rollen
    GET POST /schichtplan/:plan/rollen/:planRole
    POST /schichtplan/:plan/rollen/:planRole/ende
    GET /schichtplan/:plan/schichten/:planShift
    GET POST /schichtplan/:plan/schichten/:planShift/absage
    POST /schichtplan/:plan/schichten/:planShift/anmeldungen?bedarf=:planNeed&person=:person
    GET POST /schichtplan/:plan/schichten/:planShift/bearbeiten
    GET POST /schichtplan/:plan/schichten/neu
    GET POST /schichtplan/:plan/serien
    GET POST /schichtplan/:seriesPlan/serien/:series
    POST /schichtplan/:seriesPlan/serien/:series/ende
    POST /schichtplan/:seriesPlan/serien/:series/tage
    POST /schichtplan/:seriesPlan/serien/:series/verlegung
    POST /schichtplan/:seriesPlan/serien/:series/zusagen
    GET POST /schichtplan/:seriesPlan/schichten/:seriesShift/hilferuf
    GET POST /schichtplan/:plan/vorschlaege
    GET /schichtplan/:plan/vorschlaege/:planProposal
    POST /schichtplan/:plan/vorschlaege/:planProposal/ablage
    GET /schichtplan/:plan/vorschlaege/:planProposal/aufgabe.json
    POST /schichtplan/:plan/vorschlaege/:planProposal/stopp
    POST /schichtplan/:plan/vorschlaege/:planProposal/uebernahme
    GET /schichtplan/:plan/vor-ort?person=:planSignup
    POST /schichtplan/:plan/vor-ort?anmeldung=:planSignup
    POST /schichtplan/:plan/vor-ort/abschluss
    POST /schichtplan/:plan/vor-ort/code
    POST /schichtplan/:plan/vor-ort/dazu?bedarf=:planNeed
    GET POST /schichtplan/:plan/vor-ort/marken
    GET /schichtplan/:plan/vor-ort/plakat
    `,
  ],
  [
    only(["coordinator", "editor", "administrator", "representative", "otherRepresentative", "partner"], {
      others: "forbidden",
    }),
    `
    GET /mein/termine
    GET POST /mein/termine/neu
    `,
  ],
  [
    only(["coordinator", "editor", "administrator", "representative"], {
      others: "forbidden",
      but: { otherRepresentative: "missing", partner: "missing" },
    }),
    `
    GET POST /mein/termine/:clubDate
    POST /mein/termine/:clubDate/absage
    `,
  ],
];
