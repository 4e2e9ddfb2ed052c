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

/** Every address of the network: the picture, cooperations, working groups. */
export const paths = {
  /** The network through time, for everybody. */
  picture,
  data: (file: string) => `${picture}/daten/${file}`,
  cooperation: (id: CooperationId) => `${picture}/zusammenarbeit/${id}`,
  groups,
  group,
  groupCalendar: (slug: string) => `${group(slug)}/termine.ics`,

  /** What an organization sees of its own. */
  ties,
  addTie: `${ties}/neu`,
  tie,
  answerTie: (id: CooperationId) => `${tie(id)}/antwort`,
  endTie: (id: CooperationId) => `${tie(id)}/ende`,
  tieEvidence: (id: CooperationId) => `${tie(id)}/belege`,

  /** The office. */
  register,
  add: `${register}/zusammenarbeit/neu`,
  office,
  edit: (id: CooperationId) => `${office(id)}/bearbeiten`,
  answer: (id: CooperationId) => `${office(id)}/antwort`,
  end: (id: CooperationId) => `${office(id)}/ende`,
  evidence: (id: CooperationId) => `${office(id)}/belege`,
  actors: `${register}/rollen`,
  officeGroups,
  addGroup: `${officeGroups}/neu`,
  officeGroup,
  editGroup: (id: GroupId) => `${officeGroup(id)}/bearbeiten`,
  groupMembers: (id: GroupId) => `${officeGroup(id)}/mitglieder`,
  groupDates: (id: GroupId) => `${officeGroup(id)}/termine`,
  groupDate: (id: GroupId, date: Id<"workingGroupDate">) => `${officeGroup(id)}/termine/${date}`,
} as const;
