import { everybody, type Lines, only } from "./askers.ts";

/** Whoever belongs to the consortium; a seat is asked for besides. */
const seated = only(["coordinator", "chair", "consortium"], { others: "missing" });
/** Those who read what is not for everybody. */
const atTable = only(["coordinator", "chair", "consortium"], { others: "forbidden" });
const office = only(["coordinator", "chair"], { others: "forbidden" });

/** The body that steers: seats, rules, topics, meetings, votes, resolutions, minutes, tasks. */
export const consortiumAddresses: Lines = [
  [
    everybody,
    `
    GET /konsortium
    GET /konsortium/leitfragen
    GET /konsortium/geschaeftsordnung
    GET /konsortium/leitfragen/:topicNumber
    GET /konsortium/beschluesse
    GET /konsortium/beschluesse/:resolutionNumber
    GET /konsortium/sitzungen
    GET /konsortium/sitzungen/termine.ics
    GET /konsortium/sitzungen/:meetingNumber
    GET /konsortium/sitzungen/:meetingNumber/termin.ics
    GET /konsortium/sitzungen/unterlagen/:agendaPaper
    GET /konsortium/sitzungen/:minutesNumber/protokoll
    GET /konsortium/sitzungen/:minutesNumber/protokoll.json
    GET /konsortium/sitzungen/:minutesNumber/protokoll.pdf
    GET /konsortium/sitzungen/:minutesNumber/presse.pdf
    GET /konsortium/sitzungen/:meetingNumber/einladung.pdf
    GET /konsortium/sitzungen/:minutesNumber/presse
    GET /konsortium/aufgaben
    GET /konsortium/daten/:councilKind
    GET /konsortium/daten/:councilKind/:meeting
    `,
  ],
  [
    seated,
    `
    GET POST /mein/konsortium/sitzungen/:meeting/antwort
    POST /mein/konsortium/sitzungen/:meeting/vorschlag
    POST /mein/konsortium/sitzungen/:meeting/anwesenheit
    GET /mein/konsortium/sitzungen/:votingMeeting
    GET /mein/konsortium/sitzungen/:votingMeeting/stand
    POST /mein/konsortium/sitzungen/:votingMeeting/stimme/:motionVote
    GET /mein/konsortium/sitzungen/:votingMeeting/wand
    GET /mein/konsortium/sitzungen/:votingMeeting/wand/stand
    GET POST /mein/konsortium/umlauf/:circularMotion
    `,
  ],
  [
    atTable,
    `
    GET /mein/konsortium
    GET POST /mein/konsortium/sitzungen/:minutesMeeting/protokoll
    GET /mein/konsortium/sitzungen/:minutesMeeting/protokoll.pdf
    POST /mein/konsortium/sitzungen/:minutesMeeting/protokoll/einwaende/:minutesObjection
    `,
  ],
  [
    office,
    `
    GET /buero/konsortium/leitfragen
    GET /buero/konsortium/sitzungen
    GET POST /buero/konsortium/sitzungen/neu
    GET POST /buero/konsortium/sitzungen/reihe
    GET /buero/konsortium/sitzungen/:meeting
    GET POST /buero/konsortium/sitzungen/:meeting/bearbeiten
    POST /buero/konsortium/sitzungen/:meeting/absage
    GET POST /buero/konsortium/sitzungen/:meeting/tagesordnung
    GET POST /buero/konsortium/sitzungen/:meeting/einladung
    GET POST /buero/konsortium/sitzungen/:meeting/leitung
    GET POST /buero/konsortium/sitzungen/:meeting/leitung/anwesenheit
    GET POST /buero/konsortium/sitzungen/:meeting/punkte/:agendaItem
    GET POST /buero/konsortium/sitzungen/:meeting/punkte/:agendaItem/unterlagen
    POST /buero/konsortium/sitzungen/:meeting/punkte/:agendaItem/platz
    POST /buero/konsortium/sitzungen/:meeting/punkte/:agendaItem/niederschrift
    POST /buero/konsortium/sitzungen/:meeting/punkte/:agendaItem/aufgaben
    POST /buero/konsortium/sitzungen/:meeting/punkte/:agendaItem/befangen
    GET /buero/konsortium/aufgaben
    GET POST /buero/konsortium/aufgaben/:consortiumTask
    POST /buero/konsortium/aufgaben/:consortiumTask/stand
    POST /mein/konsortium/aufgaben/:consortiumTask
    GET POST /buero/konsortium/antraege/:motion
    POST /buero/konsortium/antraege/:motion/abstimmung
    POST /buero/konsortium/antraege/:motion/abstimmung/:motionVote
    POST /buero/konsortium/sitzungen/:votingMeeting/punkte/:votingItem/antraege
    GET /buero/konsortium/umlaeufe
    GET POST /buero/konsortium/umlaeufe/neu
    GET POST /buero/konsortium/leitfragen/neu
    GET POST /buero/konsortium/leitfragen/:topic
    POST /buero/konsortium/leitfragen/:topic/stand
    GET POST /buero/konsortium/sitzungen/:minutesMeeting/protokoll
    GET /buero/konsortium/sitzungen/:minutesMeeting/protokoll.pdf
    POST /buero/konsortium/sitzungen/:minutesMeeting/protokoll/versand
    POST /buero/konsortium/sitzungen/:minutesMeeting/protokoll/einwaende/:minutesObjection
    GET /buero/konsortium
    GET POST /buero/konsortium/profil
    GET /buero/konsortium/probe
    GET /buero/konsortium/probe/zahlen
    GET POST /buero/konsortium/geschaeftsordnung
    GET POST /buero/konsortium/geschaeftsordnung/:procedureRule
    POST /buero/konsortium/geschaeftsordnung/:procedureRule/beschluss
    POST /buero/konsortium/geschaeftsordnung/:procedureRule/verwerfen
    GET POST /buero/konsortium/aemter
    POST /buero/konsortium/aemter/:consortiumOffice
    GET /buero/konsortium/sitze
    GET POST /buero/konsortium/sitze/neu
    GET POST /buero/konsortium/sitze/:seat
    POST /buero/konsortium/sitze/:seat/inhaber
    POST /buero/konsortium/sitze/:seat/inhaber/:seatHolder
    POST /buero/konsortium/sitze/:seat/ende
    GET POST /buero/faden/:tracedKind/:cardCluster
    POST /buero/faden/:tracedKind/:cardCluster/loesen
    GET /buero/faden/luecken
    `,
  ],
];
