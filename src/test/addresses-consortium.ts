import { everybody, type Lines, only } from "./askers.ts";

const office = only(["coordinator", "chair"], { others: "forbidden" });

/** The body that steers: seats, rules, topics, meetings, votes, resolutions, minutes, tasks. */
export const consortiumAddresses: Lines = [
  [
    everybody,
    `
    GET /konsortium/leitfragen
    GET /konsortium/geschaeftsordnung
    GET /konsortium/leitfragen/:topicNumber
    `,
  ],
  [
    office,
    `
    GET /buero/konsortium/leitfragen
    GET POST /buero/konsortium/leitfragen/neu
    GET POST /buero/konsortium/leitfragen/:topic
    POST /buero/konsortium/leitfragen/:topic/stand
    GET POST /buero/konsortium/profil
    GET /buero/konsortium/probe
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
