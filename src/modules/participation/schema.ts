// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type ProcessesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"process">>;
  slug: string;
  template: Generated<"fund" | "square" | "club" | "other">;
  title: string;
  question: string;
  words: Generated<string>;
  openWords: Generated<string>;
  decidedWords: Generated<string>;
  deciderWords: Generated<string>;
  territory: Generated<string>;
  who: Generated<"everybody" | "residents" | "organization">;
  postcodes: Generated<string[]>;
  organizationId: Id<"organization"> | null;
  contactWords: Generated<string>;
  asksCost: Generated<boolean>;
  asksPlace: Generated<boolean>;
  answerDays: Generated<number>;
  state: Generated<"draft" | "published" | "closed" | "canceled">;
  proposalCount: Generated<number>;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  closingWords: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Process = Selectable<ProcessesTable>;

export type ProcessPhasesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"processPhase">>;
  processId: Id<"process">;
  kind: "collect" | "discuss" | "refine" | "decide" | "followUp";
  words: Generated<string>;
  startsOn: string;
  endsOn: string;
  begunAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type ProcessPhase = Selectable<ProcessPhasesTable>;

export type ProcessFollowersTable = {
  placeId: Generated<Id<"place">>;
  processId: Id<"process">;
  personId: Id<"person">;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ProcessFollower = Selectable<ProcessFollowersTable>;

export type ProposalsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"proposal">>;
  processId: Id<"process">;
  number: number;
  title: string;
  words: string;
  summary: Generated<string>;
  how: Generated<"online" | "paper" | "workshop">;
  organizationId: Id<"organization"> | null;
  cardClusterId: Id<"cardCluster"> | null;
  authorWords: Generated<string>;
  placeWords: Generated<string>;
  latitude: number | null;
  longitude: number | null;
  costCents: number | null;
  costWords: Generated<string>;
  state: Generated<"draft" | "published" | "merged" | "split" | "withdrawn" | "hidden">;
  paperSupports: Generated<number>;
  typedBy: Id<"person"> | null;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Proposal = Selectable<ProposalsTable>;

export type ProposalAuthorsTable = {
  placeId: Generated<Id<"place">>;
  proposalId: Id<"proposal">;
  personId: Id<"person">;
  named: Generated<boolean>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ProposalAuthor = Selectable<ProposalAuthorsTable>;

export type ProposalPicturesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"proposalPicture">>;
  proposalId: Id<"proposal">;
  fileId: Id<"file">;
  position: Generated<number>;
};
export type ProposalPicture = Selectable<ProposalPicturesTable>;

export type ProposalSupportsTable = {
  placeId: Generated<Id<"place">>;
  proposalId: Id<"proposal">;
  personId: Id<"person">;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ProposalSupport = Selectable<ProposalSupportsTable>;

export type ProposalReasonsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"proposalReason">>;
  proposalId: Id<"proposal">;
  side: "for" | "against" | "remark";
  words: string;
  personId: Id<"person"> | null;
  authorWords: Generated<string>;
  how: Generated<"online" | "paper">;
  state: Generated<"published" | "withdrawn" | "hidden">;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ProposalReason = Selectable<ProposalReasonsTable>;

export type ProcessAnswersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"processAnswer">>;
  processId: Id<"process">;
  proposalId: Id<"proposal"> | null;
  questionWords: Generated<string>;
  askedBy: Id<"person"> | null;
  authorWords: Generated<string>;
  answererWords: Generated<string>;
  dueOn: string;
  verdict: "yes" | "partly" | "later" | "no" | "ballot" | "answered" | null;
  words: Generated<string>;
  answeredBy: Id<"person"> | null;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  earlier: ColumnType<unknown, string | undefined, string>;
  state: Generated<"published" | "withdrawn" | "hidden">;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ProcessAnswer = Selectable<ProcessAnswersTable>;

export type ProposalJoiningsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"proposalJoining">>;
  processId: Id<"process">;
  kind: "merge" | "split";
  words: Generated<string>;
  results: ColumnType<unknown, string, string>;
  state: Generated<"asked" | "done" | "declined" | "canceled">;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  settledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type ProposalJoining = Selectable<ProposalJoiningsTable>;

export type JoiningProposalsTable = {
  placeId: Generated<Id<"place">>;
  joiningId: Id<"proposalJoining">;
  proposalId: Id<"proposal">;
  role: "from" | "to";
  consent: "yes" | "no" | null;
  consentWords: Generated<string>;
  consentAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type JoiningProposal = Selectable<JoiningProposalsTable>;

export type JoiningConsentsTable = {
  placeId: Generated<Id<"place">>;
  joiningId: Id<"proposalJoining">;
  personId: Id<"person">;
  answer: "yes" | "no" | null;
  words: Generated<string>;
  byOffice: Generated<boolean>;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type JoiningConsent = Selectable<JoiningConsentsTable>;

export type ProposalStepsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"proposalStep">>;
  proposalId: Id<"proposal">;
  kind: string;
  data: ColumnType<unknown, string | undefined, string>;
  at: ColumnType<Date, Date | undefined, Date>;
};
export type ProposalStep = Selectable<ProposalStepsTable>;

export type ModerationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"moderation">>;
  processId: Id<"process">;
  subjectKind: "proposal" | "reason" | "question" | "statement";
  subjectId: string;
  action: "hidden" | "shown";
  reason: "insult" | "personal" | "offTopic" | "spam" | "unlawful" | "doubled" | "restored";
  words: string;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  redressWords: Generated<string>;
  redressAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  redressVerdict: "kept" | "restored" | null;
  redressReply: Generated<string>;
  redressBy: Id<"person"> | null;
};
export type Moderation = Selectable<ModerationsTable>;

export type OpinionRoundsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"opinionRound">>;
  processId: Id<"process">;
  slug: string;
  title: string;
  question: string;
  words: Generated<string>;
  takesStatements: Generated<boolean>;
  state: Generated<"draft" | "open" | "closed">;
  statementCount: Generated<number>;
  participantCount: Generated<number>;
  revision: Generated<number>;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  resultRevision: number | null;
  resultHash: string | null;
  computedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type OpinionRound = Selectable<OpinionRoundsTable>;

export type OpinionParticipantsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"opinionParticipant">>;
  roundId: Id<"opinionRound">;
  number: number;
  tokenHash: Buffer | null;
  how: Generated<"online" | "paper">;
};
export type OpinionParticipant = Selectable<OpinionParticipantsTable>;

export type StatementsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"statement">>;
  roundId: Id<"opinionRound">;
  number: number;
  text: string;
  language: Generated<string>;
  translations: ColumnType<unknown, string | undefined, string>;
  source: Generated<"office" | "participant" | "survey" | "workshop">;
  sourceWords: Generated<string>;
  participantId: Id<"opinionParticipant"> | null;
  meta: Generated<boolean>;
  state: Generated<"waiting" | "accepted" | "declined">;
  agreed: Generated<number>;
  disagreed: Generated<number>;
  passed: Generated<number>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type Statement = Selectable<StatementsTable>;

export type StatementVotesTable = {
  placeId: Generated<Id<"place">>;
  roundId: Id<"opinionRound">;
  participantId: Id<"opinionParticipant">;
  statementId: Id<"statement">;
  vote: number;
};
export type StatementVote = Selectable<StatementVotesTable>;

export type BallotsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"ballot">>;
  processId: Id<"process"> | null;
  slug: string;
  title: string;
  question: string;
  words: Generated<string>;
  rule: ColumnType<unknown, string, string>;
  secrecy: Generated<"secret" | "named">;
  electorate: Generated<"roll" | "residents" | "everybody">;
  electorateWords: Generated<string>;
  postcodes: Generated<string[]>;
  leastAge: Generated<number>;
  takesOnline: Generated<boolean>;
  takesPaper: Generated<boolean>;
  opensAt: ColumnType<Date, Date, Date>;
  closesAt: ColumnType<Date, Date, Date>;
  countsUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  state: Generated<"draft" | "announced" | "open" | "closed" | "published" | "canceled">;
  lotWords: Generated<string>;
  announcedHash: string | null;
  announcedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  reconciliationWords: Generated<string>;
  reconciliation: ColumnType<unknown, string | null | undefined, string | null>;
  countingSince: ColumnType<Date | null, Date | null | undefined, Date | null>;
  countingFailed: Generated<string>;
  tally: ColumnType<unknown, string | null | undefined, string | null>;
  seal: string | null;
  fileId: Id<"file"> | null;
  sheetCount: number | null;
  entitledCount: number | null;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  cancelWords: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Ballot = Selectable<BallotsTable>;

export type BallotOptionsTable = {
  placeId: Generated<Id<"place">>;
  ballotId: Id<"ballot">;
  key: string;
  title: string;
  words: Generated<string>;
  costCents: number | null;
  proposalId: Id<"proposal"> | null;
  position: number;
};
export type BallotOption = Selectable<BallotOptionsTable>;

export type BallotVotersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"ballotVoter">>;
  ballotId: Id<"ballot">;
  number: number;
  personId: Id<"person"> | null;
  name: Generated<string>;
  email: Generated<string>;
  address: Generated<string>;
  votedBy: "online" | "letter" | "counter" | null;
  markedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  struck: Generated<boolean>;
  struckWords: Generated<string>;
};
export type BallotVoter = Selectable<BallotVotersTable>;

export type BallotCodesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"ballotCode">>;
  ballotId: Id<"ballot">;
  voterId: Id<"ballotVoter">;
  codeHash: Buffer;
};
export type BallotCode = Selectable<BallotCodesTable>;

export type BallotBlanksTable = {
  placeId: Generated<Id<"place">>;
  ballotId: Id<"ballot">;
  receipt: string;
};
export type BallotBlank = Selectable<BallotBlanksTable>;

export type BallotPilesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"ballotPile">>;
  ballotId: Id<"ballot">;
  number: number;
  sheets: number;
  state: Generated<"first" | "second" | "differs" | "agreed">;
  firstName: Generated<string>;
  secondName: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type BallotPile = Selectable<BallotPilesTable>;

export type BallotPileLinesTable = {
  placeId: Generated<Id<"place">>;
  pileId: Id<"ballotPile">;
  counting: number;
  line: number;
  receipt: Generated<string>;
  marks: ColumnType<unknown, string | undefined, string>;
  invalid: Generated<boolean>;
  reason: "tooMany" | "unclear" | "named" | "foreign" | null;
};
export type BallotPileLine = Selectable<BallotPileLinesTable>;

export type BallotSheetsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"ballotSheet">>;
  ballotId: string;
  secrecy: string;
  receipt: string;
  marks: ColumnType<unknown, string, string>;
  way: "online" | "paper";
  invalid: Generated<boolean>;
  pileId: Id<"ballotPile"> | null;
  voterName: string | null;
};
export type BallotSheet = Selectable<BallotSheetsTable>;

export type FundsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"fund">>;
  processId: Id<"process">;
  budgetCents: number;
  leastCostCents: Generated<number>;
  mostCostCents: number;
  leastSupports: Generated<number>;
  criteriaWords: Generated<string>;
  sourceWords: Generated<string>;
  rule: ColumnType<unknown, string, string>;
  frozenAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  ballotId: Id<"ballot"> | null;
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Fund = Selectable<FundsTable>;

export type FundChecksTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"fundCheck">>;
  proposalId: Id<"proposal">;
  kind: "eligibility" | "cost";
  verdict: "passed" | "failed";
  costCents: number | null;
  officeWords: string;
  words: string;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type FundCheck = Selectable<FundChecksTable>;

export type FundProjectsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"fundProject">>;
  fundId: Id<"fund">;
  proposalId: Id<"proposal">;
  grantedCents: number;
  spentCents: Generated<number>;
  ownerWords: Generated<string>;
  dueOn: string | null;
  state: Generated<"funded" | "started" | "done" | "stopped">;
  stateWords: Generated<string>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type FundProject = Selectable<FundProjectsTable>;

export type FundUpdatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"fundUpdate">>;
  projectId: Id<"fundProject">;
  words: string;
  happenedOn: string;
  spentCents: Generated<number>;
  fileId: Id<"file"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type FundUpdate = Selectable<FundUpdatesTable>;

declare module "#core/db.ts" {
  interface Tables {
    processes: ProcessesTable;
    processPhases: ProcessPhasesTable;
    processFollowers: ProcessFollowersTable;
    proposals: ProposalsTable;
    proposalAuthors: ProposalAuthorsTable;
    proposalPictures: ProposalPicturesTable;
    proposalSupports: ProposalSupportsTable;
    proposalReasons: ProposalReasonsTable;
    processAnswers: ProcessAnswersTable;
    proposalJoinings: ProposalJoiningsTable;
    joiningProposals: JoiningProposalsTable;
    joiningConsents: JoiningConsentsTable;
    proposalSteps: ProposalStepsTable;
    moderations: ModerationsTable;
    opinionRounds: OpinionRoundsTable;
    opinionParticipants: OpinionParticipantsTable;
    statements: StatementsTable;
    statementVotes: StatementVotesTable;
    ballots: BallotsTable;
    ballotOptions: BallotOptionsTable;
    ballotVoters: BallotVotersTable;
    ballotCodes: BallotCodesTable;
    ballotBlanks: BallotBlanksTable;
    ballotPiles: BallotPilesTable;
    ballotPileLines: BallotPileLinesTable;
    ballotSheets: BallotSheetsTable;
    funds: FundsTable;
    fundChecks: FundChecksTable;
    fundProjects: FundProjectsTable;
    fundUpdates: FundUpdatesTable;
  }
}
