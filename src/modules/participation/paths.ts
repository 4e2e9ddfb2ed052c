import type { Id } from "#core/id.ts";

type ProcessId = Id<"process">;
type RoundId = Id<"opinionRound">;
type BallotId = Id<"ballot">;

const listing = "/beteiligung";
const show = (slug: string) => `${listing}/${slug}`;
const proposals = (slug: string) => `${show(slug)}/vorschlaege`;
const proposal = (slug: string, number: number) => `${proposals(slug)}/${number}`;
const round = (slug: string) => `${listing}/meinungen/${slug}`;
const ballot = (slug: string) => `${listing}/abstimmungen/${slug}`;
const register = "/buero/beteiligung";
const office = (id: ProcessId) => `${register}/${id}`;
const officeRound = (id: RoundId) => `/buero/meinungen/${id}`;
const officeBallots = "/buero/abstimmungen";
const officeBallot = (id: BallotId) => `${officeBallots}/${id}`;

/** Words after `/beteiligung/` that are no process. */
export const reserved = ["antworten", "meinungen", "abstimmungen", "neu"] as const;

/** Every address of the participation: processes and proposals, opinions, ballots, funds. */
export const paths = {
  /** Processes, for everybody. */
  listing,
  show,
  follow: (slug: string) => `${show(slug)}/nachrichten`,
  proposals,
  newProposal: (slug: string) => `${proposals(slug)}/neu`,
  /** Proposals that say nearly the same as what is being written. */
  alike: (slug: string) => `${proposals(slug)}/aehnlich`,
  proposal,
  editProposal: (slug: string, number: number) => `${proposal(slug, number)}/bearbeiten`,
  withdrawProposal: (slug: string, number: number) => `${proposal(slug, number)}/ruecknahme`,
  support: (slug: string, number: number) => `${proposal(slug, number)}/unterstuetzung`,
  reasons: (slug: string, number: number) => `${proposal(slug, number)}/gruende`,
  withdrawReason: (slug: string, number: number, reason: Id<"proposalReason">) =>
    `${proposal(slug, number)}/gruende/${reason}/ruecknahme`,
  /** What became of it. */
  path: (slug: string, number: number) => `${proposal(slug, number)}/weg`,
  /** Questions to the administration. */
  questions: (slug: string) => `${show(slug)}/fragen`,
  withdrawQuestion: (slug: string, answer: Id<"processAnswer">) =>
    `${show(slug)}/fragen/${answer}/ruecknahme`,
  /** What the administration still owes, everywhere in the town; what is overdue stands first. */
  answers: `${listing}/antworten`,
  moderation: (slug: string) => `${show(slug)}/moderation`,
  moderationData: (slug: string) => `${show(slug)}/moderation.csv`,
  redress: (slug: string, moderation: Id<"moderation">) => `${show(slug)}/moderation/${moderation}/einspruch`,
  /** "Das gehört hier nicht hin". */
  report: (slug: string, kind: string, subject: string) =>
    `${show(slug)}/moderation/meldung/${kind}/${subject}`,
  newJoining: (slug: string) => `${show(slug)}/zusammenlegungen/neu`,
  joining: (slug: string, joining: Id<"proposalJoining">) => `${show(slug)}/zusammenlegungen/${joining}`,
  cancelJoining: (slug: string, joining: Id<"proposalJoining">) =>
    `${show(slug)}/zusammenlegungen/${joining}/ruecknahme`,
  /** The fund: who paid what, and why not; the funded projects until they are done. */
  fundResult: (slug: string) => `${show(slug)}/ergebnis`,
  projects: (slug: string) => `${show(slug)}/vorhaben`,

  /** Opinions. */
  rounds: `${listing}/meinungen`,
  round,
  votes: (slug: string) => `${round(slug)}/stimmen`,
  statements: (slug: string) => `${round(slug)}/aussagen`,
  map: (slug: string) => `${round(slug)}/karte`,
  roundData: (slug: string) => `${round(slug)}/stimmen.csv`,
  roundModeration: (slug: string) => `${round(slug)}/moderation`,

  /** Ballots. */
  ballots: `${listing}/abstimmungen`,
  ballot,
  /** The door: the code of a letter. */
  ballotCode: (slug: string) => `${ballot(slug)}/code`,
  sheet: (slug: string) => `${ballot(slug)}/stimmzettel`,
  receipt: (slug: string, receipt: string) => `${ballot(slug)}/quittung/${receipt}`,
  ballotResult: (slug: string) => `${ballot(slug)}/ergebnis`,
  recount: (slug: string) => `${ballot(slug)}/nachrechnen`,
  /** "Was geheim heißt": what this protects from, and what not. */
  secrecy: (slug: string) => `${ballot(slug)}/geheim`,
  ballotData: (slug: string, file: string) => `${ballot(slug)}/daten/${file}`,

  /** The office: processes. */
  register,
  add: `${register}/neu`,
  office,
  settings: (id: ProcessId) => `${office(id)}/bearbeiten`,
  phases: (id: ProcessId) => `${office(id)}/phasen`,
  state: (id: ProcessId) => `${office(id)}/stand`,
  officeProposals: (id: ProcessId) => `${office(id)}/vorschlaege`,
  paperProposal: (id: ProcessId) => `${office(id)}/vorschlaege/papier`,
  paperSupports: (id: ProcessId) => `${office(id)}/vorschlaege/unterschriften`,
  officeAnswers: (id: ProcessId) => `${office(id)}/antworten`,
  officeAnswer: (id: ProcessId, answer: Id<"processAnswer">) => `${office(id)}/antworten/${answer}`,
  officeModeration: (id: ProcessId) => `${office(id)}/moderation`,
  moderate: (id: ProcessId, kind: string, subject: string) => `${office(id)}/moderation/${kind}/${subject}`,
  officeRedress: (id: ProcessId, moderation: Id<"moderation">) =>
    `${office(id)}/moderation/einspruch/${moderation}`,
  officeJoinings: (id: ProcessId) => `${office(id)}/zusammenlegungen`,
  addJoining: (id: ProcessId) => `${office(id)}/zusammenlegungen/neu`,
  officeJoining: (id: ProcessId, joining: Id<"proposalJoining">) =>
    `${office(id)}/zusammenlegungen/${joining}`,
  officeCancelJoining: (id: ProcessId, joining: Id<"proposalJoining">) =>
    `${office(id)}/zusammenlegungen/${joining}/ruecknahme`,
  officeFund: (id: ProcessId) => `${office(id)}/fonds`,
  officeChecks: (id: ProcessId) => `${office(id)}/fonds/pruefung`,
  officeCheck: (id: ProcessId, proposal: Id<"proposal">) => `${office(id)}/fonds/pruefung/${proposal}`,
  officeFundBallot: (id: ProcessId) => `${office(id)}/fonds/abstimmung`,
  renewFundBallot: (id: ProcessId) => `${office(id)}/fonds/abstimmung/uebernahme`,
  officeProjects: (id: ProcessId) => `${office(id)}/fonds/vorhaben`,
  officeProject: (id: ProcessId, project: Id<"fundProject">) => `${office(id)}/fonds/vorhaben/${project}`,
  projectNews: (id: ProcessId, project: Id<"fundProject">) => `${office(id)}/fonds/vorhaben/${project}/neues`,

  /** The office: opinions. */
  officeRounds: (id: ProcessId) => `${office(id)}/meinungen`,
  officeAllRounds: "/buero/meinungen",
  officeRound,
  officeStatements: (id: RoundId) => `${officeRound(id)}/aussagen`,
  officeStatement: (id: RoundId, statement: Id<"statement">) => `${officeRound(id)}/aussagen/${statement}`,
  roundState: (id: RoundId) => `${officeRound(id)}/stand`,
  paperVotes: (id: RoundId) => `${officeRound(id)}/papier`,

  /** The office: ballots. */
  officeBallots,
  addBallot: `${officeBallots}/neu`,
  officeBallot,
  ballotSettings: (id: BallotId) => `${officeBallot(id)}/bearbeiten`,
  ballotOptions: (id: BallotId) => `${officeBallot(id)}/auswahl`,
  ballotState: (id: BallotId) => `${officeBallot(id)}/stand`,
  roll: (id: BallotId) => `${officeBallot(id)}/verzeichnis`,
  voter: (id: BallotId, voter: Id<"ballotVoter">) => `${officeBallot(id)}/verzeichnis/${voter}`,
  ballotLetters: (id: BallotId) => `${officeBallot(id)}/briefe`,
  blanks: (id: BallotId) => `${officeBallot(id)}/zettel`,
  counter: (id: BallotId) => `${officeBallot(id)}/schalter`,
  piles: (id: BallotId) => `${officeBallot(id)}/stapel`,
  pile: (id: BallotId, pile: Id<"ballotPile">) => `${officeBallot(id)}/stapel/${pile}`,
  reconciliation: (id: BallotId) => `${officeBallot(id)}/abgleich`,
  /** The sheet that two counters sign, to print. */
  reconciliationSheet: (id: BallotId) => `${officeBallot(id)}/abgleich/blatt`,
  count: (id: BallotId) => `${officeBallot(id)}/auszaehlung`,
} as const;
