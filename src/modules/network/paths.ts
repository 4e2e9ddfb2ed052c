import type { Id } from "#core/id.ts";

type CooperationId = Id<"cooperation">;
type GroupId = Id<"workingGroup">;

const picture = "/netzwerk";
const groups = `${picture}/gruppen`;
const group = (slug: string) => `${groups}/${slug}`;
const ties = "/mein/zusammenarbeit";
const tie = (id: CooperationId) => `${ties}/${id}`;
const register = "/buero/netzwerk";
const office = (id: CooperationId) => `${register}/zusammenarbeit/${id}`;
const officeGroups = `${register}/gruppen`;
const officeGroup = (id: GroupId) => `${officeGroups}/${id}`;

/** From where somebody handles a cooperation: for one of its organizations, or from the office. */
export type Desk = "mine" | "office";

const handling = (root: string) => {
  const one = (id: CooperationId) => `${root}/${id}`;
  return {
    add: `${root}/neu`,
    one,
    correct: (id: CooperationId) => `${one(id)}/berichtigung`,
    answer: (id: CooperationId) => `${one(id)}/antwort`,
    end: (id: CooperationId) => `${one(id)}/ende`,
    span: (id: CooperationId) => `${one(id)}/dauer`,
    withdraw: (id: CooperationId) => `${one(id)}/ruecknahme`,
    evidence: (id: CooperationId) => `${one(id)}/belege`,
    dropEvidence: (id: CooperationId, evidence: Id<"cooperationEvidence">) =>
      `${one(id)}/belege/${evidence}/entfernen`,
  };
};

/** The addresses at which a cooperation is proposed, answered, corrected and ended. */
export const hand: Readonly<Record<Desk, ReturnType<typeof handling>>> = {
  mine: handling(ties),
  office: handling(`${register}/zusammenarbeit`),
};

/** Every address of the network: the picture, cooperations, working groups. */
export const paths = {
  /** The network through time, for everybody. */
  picture,
  /** The same as numbers, for the script of the page. */
  drawing: `${picture}/bild.json`,
  data: (file: string) => `${picture}/daten/${file}`,
  cooperation: (id: CooperationId) => `${picture}/zusammenarbeit/${id}`,
  evidenceFile: (id: CooperationId, evidence: Id<"cooperationEvidence">) =>
    `${picture}/zusammenarbeit/${id}/belege/${evidence}`,
  groups,
  group,
  groupDates: (slug: string) => `${group(slug)}/termine`,
  cancelGroupDate: (slug: string, date: Id<"workingGroupDate">) => `${group(slug)}/termine/${date}/absage`,
  groupCalendar: (slug: string) => `${group(slug)}/termine.ics`,

  /** What an organization sees of its own. */
  ties,
  tie,

  /** The office. */
  register,
  officeTies: `${register}/zusammenarbeit`,
  office,
  actors: `${register}/rollen`,
  actorEnd: (id: Id<"networkActor">) => `${register}/rollen/${id}/ende`,
  officeGroups,
  addGroup: `${officeGroups}/neu`,
  officeGroup,
  groupMembers: (id: GroupId) => `${officeGroup(id)}/mitglieder`,
  groupMember: (id: GroupId, member: Id<"workingGroupMember">) =>
    `${officeGroup(id)}/mitglieder/${member}/austritt`,
  groupCooperation: (id: GroupId) => `${officeGroup(id)}/zusammenarbeit`,
  groupEnd: (id: GroupId) => `${officeGroup(id)}/ende`,
} as const;
