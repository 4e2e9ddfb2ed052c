import type { Id } from "#core/id.ts";

type VersionId = Id<"strategyVersion">;
type MeasureId = Id<"measure">;

const front = "/strategie";
const measures = `${front}/massnahmen`;
const measure = (number: number) => `${measures}/${number}`;
const amendments = `${front}/aenderungen`;
const amendment = (number: number) => `${amendments}/${number}`;
const packages = `${front}/pakete`;
const register = "/buero/strategie";
const officeMeasures = `${register}/massnahmen`;
const officeMeasure = (id: MeasureId) => `${officeMeasures}/${id}`;
const officeVersions = `${register}/fassungen`;
const officeVersion = (id: VersionId) => `${officeVersions}/${id}`;
const officeAmendments = `${register}/aenderungen`;
const officePackages = `${register}/pakete`;
const mine = "/mein/strategie";

/** Every address of the strategy. */
export const paths = {
  /** For everybody. */
  front,
  field: (slug: string) => `${front}/felder/${slug}`,
  measures,
  measure,
  progress: `${front}/fortschritt`,
  indicator: (number: number) => `${front}/kennzahlen/${number}`,
  /** The text in force, its versions, one paragraph through all of them. */
  text: `${front}/text`,
  easy: `${front}/leicht`,
  version: (number: number) => `${front}/fassungen/${number}`,
  versionPaper: (number: number) => `${front}/fassungen/${number}/strategie.pdf`,
  comparison: (number: number) => `${front}/fassungen/${number}/vergleich`,
  paragraph: (id: Id<"paragraph">) => `${front}/absatz/${id}`,
  amendments,
  newAmendment: `${amendments}/neu`,
  amendment,
  /** Other words for an amendment; and they become its words. */
  improveAmendment: (number: number) => `${amendment(number)}/verbessern`,
  takeOver: (number: number) => `${amendment(number)}/uebernahme`,
  withdrawAmendment: (number: number) => `${amendment(number)}/ruecknahme`,
  packages,
  package: (number: number) => `${packages}/${number}`,

  /** Partners and seats. */
  mine,
  commitments: `${mine}/zusagen`,
  addCommitment: (number: number) => `${mine}/zusagen/neu/${number}`,
  commitment: (id: Id<"measureCommitment">) => `${mine}/zusagen/${id}`,
  /** "Damit kann ich leben": stance of a seat on an amendment or a package. */
  amendmentStances: `${mine}/aenderungen`,
  amendmentStance: (number: number) => `${mine}/aenderungen/${number}`,
  packageStances: `${mine}/pakete`,
  packageStance: (number: number) => `${mine}/pakete/${number}`,

  /** The office. */
  register,
  fields: `${register}/felder`,
  startFields: `${register}/felder/anfang`,
  placeObjective: `${register}/felder/ziele`,
  officeField: (id: Id<"actionField">) => `${register}/felder/${id}`,
  endField: (id: Id<"actionField">) => `${register}/felder/${id}/ende`,
  officeMeasures,
  addMeasure: `${officeMeasures}/neu`,
  officeMeasure,
  editMeasure: (id: MeasureId) => `${officeMeasure(id)}/bearbeiten`,
  milestones: (id: MeasureId) => `${officeMeasure(id)}/schritte`,
  milestone: (id: MeasureId, step: Id<"measureMilestone">) => `${officeMeasure(id)}/schritte/${step}`,
  updates: (id: MeasureId) => `${officeMeasure(id)}/stand`,
  indicators: `${register}/kennzahlen`,
  addIndicator: `${register}/kennzahlen/neu`,
  officeIndicator: (id: Id<"indicator">) => `${register}/kennzahlen/${id}`,
  values: (id: Id<"indicator">) => `${register}/kennzahlen/${id}/werte`,
  value: (id: Id<"indicator">, value: Id<"indicatorValue">) => `${register}/kennzahlen/${id}/werte/${value}`,
  officeCommitments: `${register}/zusagen`,
  typeCommitment: (id: MeasureId) => `${officeMeasure(id)}/zusagen`,
  officeCommitment: (id: Id<"measureCommitment">) => `${register}/zusagen/${id}`,
  officeVersions,
  officeVersion,
  addVersion: `${officeVersions}/neu`,
  versionState: (id: VersionId) => `${officeVersion(id)}/stand`,
  officeParagraph: (id: VersionId, paragraph: Id<"paragraph">) =>
    `${officeVersion(id)}/absaetze/${paragraph}`,
  pasteText: (id: VersionId) => `${officeVersion(id)}/text`,
  addParagraph: (id: VersionId) => `${officeVersion(id)}/absaetze`,
  merge: (id: VersionId) => `${officeVersion(id)}/zusammenfuehrung`,
  adopt: (id: VersionId) => `${officeVersion(id)}/beschluss`,
  officeAmendments,
  officeAmendment: (id: Id<"amendment">) => `${officeAmendments}/${id}`,
  officePackages,
  addPackage: `${officePackages}/neu`,
  officePackage: (id: Id<"amendmentPackage">) => `${officePackages}/${id}`,
  remindSeats: (id: Id<"amendmentPackage">) => `${officePackages}/${id}/erinnerung`,
} as const;
