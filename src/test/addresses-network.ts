import { everybody, type Lines, only, people } from "./askers.ts";

const office = only(["coordinator"], { others: "forbidden" });
const speakers = only(["representative", "otherRepresentative", "partner"], { others: "forbidden" });
const proposer = only(["coordinator"], {
  others: "missing",
  but: { representative: "forbidden", otherRepresentative: "forbidden" },
});
const members = only(["coordinator", "representative", "otherRepresentative"], { others: "missing" });

/** Who works together with whom: the picture, cooperations, working groups. */
export const networkAddresses: Lines = [
  [
    everybody,
    `
    GET /netzwerk
    GET /netzwerk/bild.json
    GET /netzwerk/daten/kumu.json
    GET /netzwerk/daten/netzwerk.gexf
    GET /netzwerk/daten/netzwerk.graphml
    GET /netzwerk/daten/netzwerk.jsonld
    GET /netzwerk/daten/organisationen.csv
    GET /netzwerk/daten/verbindungen.csv
    GET /netzwerk/gruppen
    GET /netzwerk/gruppen/:workingGroupSlug
    GET /netzwerk/gruppen/:workingGroupSlug/termine.ics
    GET /netzwerk/zusammenarbeit/:cooperation
    GET /netzwerk/zusammenarbeit/:cooperation/belege/:cooperationEvidence
    `,
  ],
  [
    people,
    `
    GET /mein/zusammenarbeit
    `,
  ],
  [
    speakers,
    `
    GET POST /mein/zusammenarbeit/neu
    `,
  ],
  [
    members,
    `
    GET /mein/zusammenarbeit/:cooperation
    POST /mein/zusammenarbeit/:cooperation/antwort
    POST /mein/zusammenarbeit/:cooperation/berichtigung
    POST /mein/zusammenarbeit/:cooperation/ende
    POST /mein/zusammenarbeit/:cooperation/dauer
    POST /mein/zusammenarbeit/:cooperation/belege
    POST /mein/zusammenarbeit/:cooperation/belege/:cooperationEvidence/entfernen
    `,
  ],
  [
    proposer,
    `
    POST /mein/zusammenarbeit/:cooperation/ruecknahme
    `,
  ],
  [
    office,
    `
    GET /buero/netzwerk
    GET /buero/netzwerk/gruppen
    GET POST /buero/netzwerk/gruppen/neu
    GET POST /buero/netzwerk/gruppen/:workingGroup
    POST /buero/netzwerk/gruppen/:workingGroup/ende
    POST /buero/netzwerk/gruppen/:workingGroup/zusammenarbeit
    POST /buero/netzwerk/gruppen/:workingGroup/mitglieder
    POST /buero/netzwerk/gruppen/:workingGroup/mitglieder/:workingGroupMember/austritt
    POST /netzwerk/gruppen/:workingGroupSlug/termine
    POST /netzwerk/gruppen/:workingGroupSlug/termine/:workingGroupDate/absage
    GET POST /buero/netzwerk/rollen
    POST /buero/netzwerk/rollen/:networkActor/ende
    GET POST /buero/netzwerk/zusammenarbeit/neu
    GET /buero/netzwerk/zusammenarbeit/:cooperation
    POST /buero/netzwerk/zusammenarbeit/:cooperation/antwort
    POST /buero/netzwerk/zusammenarbeit/:cooperation/berichtigung
    POST /buero/netzwerk/zusammenarbeit/:cooperation/ende
    POST /buero/netzwerk/zusammenarbeit/:cooperation/dauer
    POST /buero/netzwerk/zusammenarbeit/:cooperation/ruecknahme
    POST /buero/netzwerk/zusammenarbeit/:cooperation/belege
    POST /buero/netzwerk/zusammenarbeit/:cooperation/belege/:cooperationEvidence/entfernen
    `,
  ],
];
