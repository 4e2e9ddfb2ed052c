// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type StrategyVersionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"strategyVersion">>;
  number: number;
  title: string;
  vision: Generated<string>;
  easyWords: Generated<string>;
  state: Generated<"draft" | "amending" | "settling" | "adopted" | "replaced">;
  amendUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  basedOnId: Id<"strategyVersion"> | null;
  adoptedOn: string | null;
  resolutionId: Id<"resolution"> | null;
  hash: string | null;
  fileId: Id<"file"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type StrategyVersion = Selectable<StrategyVersionsTable>;

export type ActionFieldsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"actionField">>;
  slug: string;
  position: number;
  title: string;
  words: Generated<string>;
  endedOn: string | null;
};
export type ActionField = Selectable<ActionFieldsTable>;

export type ParagraphsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"paragraph">>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type Paragraph = Selectable<ParagraphsTable>;

export type ParagraphTextsTable = {
  placeId: Generated<Id<"place">>;
  versionId: Id<"strategyVersion">;
  paragraphId: Id<"paragraph">;
  position: number;
  kind: Generated<"heading" | "text">;
  words: string;
  fieldId: Id<"actionField"> | null;
};
export type ParagraphText = Selectable<ParagraphTextsTable>;

export type AmendmentsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"amendment">>;
  number: number;
  versionId: Id<"strategyVersion">;
  paragraphId: Id<"paragraph"> | null;
  action: "change" | "insert" | "delete";
  operations: ColumnType<unknown, string | undefined, string>;
  words: Generated<string>;
  reason: string;
  amendsId: Id<"amendment"> | null;
  authorKind: "seat" | "organization" | "citizen" | "office";
  seatId: Id<"seat"> | null;
  organizationId: Id<"organization"> | null;
  personId: Id<"person"> | null;
  name: Generated<string>;
  sector: "civil" | "public" | "business" | null;
  state: Generated<"submitted" | "open" | "accepted" | "declined" | "withdrawn" | "review" | "hidden">;
  stateWords: Generated<string>;
  recommendation: "accept" | "decline" | "discuss" | null;
  recommendationWords: Generated<string>;
  mergedIntoId: Id<"strategyVersion"> | null;
  resolutionId: Id<"resolution"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Amendment = Selectable<AmendmentsTable>;

export type AmendmentPackagesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"amendmentPackage">>;
  number: number;
  versionId: Id<"strategyVersion">;
  title: string;
  words: Generated<string>;
  state: Generated<"open" | "agreed" | "failed" | "withdrawn">;
  stateWords: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type AmendmentPackage = Selectable<AmendmentPackagesTable>;

export type PackageAmendmentsTable = {
  placeId: Generated<Id<"place">>;
  packageId: Id<"amendmentPackage">;
  amendmentId: Id<"amendment">;
};
export type PackageAmendment = Selectable<PackageAmendmentsTable>;

export type StancesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"stance">>;
  amendmentId: Id<"amendment"> | null;
  packageId: Id<"amendmentPackage"> | null;
  seatId: Id<"seat">;
  stance: "support" | "canLive" | "cannotLive";
  reason: Generated<string>;
  change: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Stance = Selectable<StancesTable>;

export type StrategyObjectivesTable = {
  placeId: Generated<Id<"place">>;
  topicId: Id<"topic">;
  fieldId: Id<"actionField">;
  position: Generated<number>;
  untilYear: number | null;
};
export type StrategyObjective = Selectable<StrategyObjectivesTable>;

export type MeasuresTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"measure">>;
  number: number;
  title: string;
  words: Generated<string>;
  topicId: Id<"strategyObjective">;
  organizationId: Id<"organization"> | null;
  ownerWords: Generated<string>;
  budgetCents: number | null;
  budgetWords: Generated<string>;
  startsOn: string;
  dueOn: string;
  state: Generated<"planned" | "running" | "done" | "changed" | "dropped">;
  light: Generated<"green" | "yellow" | "red">;
  stateWords: Generated<string>;
  checkedOn: string | null;
  checkOn: string | null;
  public: Generated<boolean>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Measure = Selectable<MeasuresTable>;

export type MeasureMilestonesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"measureMilestone">>;
  measureId: Id<"measure">;
  title: string;
  dueOn: string;
  doneOn: string | null;
};
export type MeasureMilestone = Selectable<MeasureMilestonesTable>;

export type MeasureUpdatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"measureUpdate">>;
  measureId: Id<"measure">;
  happenedOn: string;
  state: "planned" | "running" | "done" | "changed" | "dropped";
  light: "green" | "yellow" | "red";
  words: string;
  fileId: Id<"file"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type MeasureUpdate = Selectable<MeasureUpdatesTable>;

export type IndicatorsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"indicator">>;
  number: number;
  topicId: Id<"strategyObjective"> | null;
  measureId: Id<"measure"> | null;
  title: string;
  unit: string;
  direction: Generated<"up" | "down">;
  baseline: number;
  baselineOn: string;
  baselineSource: string;
  target: number;
  targetOn: string;
};
export type Indicator = Selectable<IndicatorsTable>;

export type IndicatorValuesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"indicatorValue">>;
  indicatorId: Id<"indicator">;
  value: number;
  measuredOn: string;
  source: string;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type IndicatorValue = Selectable<IndicatorValuesTable>;

export type MeasureCommitmentsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"measureCommitment">>;
  measureId: Id<"measure">;
  organizationId: Id<"organization">;
  kind: "hours" | "people" | "room" | "things" | "money";
  amount: number;
  words: string;
  startsOn: string;
  endsOn: string;
  state: Generated<"offered" | "confirmed" | "declined" | "ended">;
  stateWords: Generated<string>;
  given: Generated<number>;
  givenOn: string | null;
  renewsId: Id<"measureCommitment"> | null;
  answeredBy: Id<"person"> | null;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type MeasureCommitment = Selectable<MeasureCommitmentsTable>;

declare module "#core/db.ts" {
  interface Tables {
    strategyVersions: StrategyVersionsTable;
    actionFields: ActionFieldsTable;
    paragraphs: ParagraphsTable;
    paragraphTexts: ParagraphTextsTable;
    amendments: AmendmentsTable;
    amendmentPackages: AmendmentPackagesTable;
    packageAmendments: PackageAmendmentsTable;
    stances: StancesTable;
    strategyObjectives: StrategyObjectivesTable;
    measures: MeasuresTable;
    measureMilestones: MeasureMilestonesTable;
    measureUpdates: MeasureUpdatesTable;
    indicators: IndicatorsTable;
    indicatorValues: IndicatorValuesTable;
    measureCommitments: MeasureCommitmentsTable;
  }
}
