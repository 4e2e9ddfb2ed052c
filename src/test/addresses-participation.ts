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
    `,
  ],
];
