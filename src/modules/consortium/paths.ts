import type { Id } from "#core/id.ts";

type MeetingId = Id<"meeting">;
type ItemId = Id<"agendaItem">;
type MotionId = Id<"motion">;
type SeatId = Id<"seat">;

const front = "/konsortium";
const topics = `${front}/leitfragen`;
const meetings = `${front}/sitzungen`;
const meeting = (number: number) => `${meetings}/${number}`;
const resolutions = `${front}/beschluesse`;
const mine = "/mein/konsortium";
const circular = (id: MotionId) => `${mine}/umlauf/${id}`;
const register = "/buero/konsortium";
const officeTopics = `${register}/leitfragen`;
const officeMeetings = `${register}/sitzungen`;
const office = (id: MeetingId) => `${officeMeetings}/${id}`;
const running = (id: MeetingId) => `${office(id)}/leitung`;
const item = (id: MeetingId, agendaItem: ItemId) => `${office(id)}/punkte/${agendaItem}`;
const motion = (id: MotionId) => `${register}/antraege/${id}`;
const rules = `${register}/geschaeftsordnung`;
const circulars = `${register}/umlaeufe`;

/** Every address of the consortium. `number` of a resolution: "2026-07". */
export const paths = {
  /** For everybody. */
  front,
  topics,
  topic: (number: number) => `${topics}/${number}`,
  meetings,
  meeting,
  meetingCalendar: (number: number) => `${meeting(number)}/termin.ics`,
  calendar: `${meetings}/termine.ics`,
  paper: (id: Id<"agendaPaper">) => `${meetings}/unterlagen/${id}`,
  minutes: (number: number) => `${meeting(number)}/protokoll`,
  minutesData: (number: number) => `${meeting(number)}/protokoll.json`,
  minutesPaper: (number: number) => `${meeting(number)}/protokoll.pdf`,
  pressPaper: (number: number) => `${meeting(number)}/presse.pdf`,
  invitationPaper: (number: number) => `${meeting(number)}/einladung.pdf`,
  pressExtract: (number: number) => `${meeting(number)}/presse`,
  resolutions,
  resolution: (number: string) => `${resolutions}/${number}`,
  /** "2026-07". */
  resolutionNumber: (year: number, number: number) => `${year}-${String(number).padStart(2, "0")}`,
  tasks: `${front}/aufgaben`,
  rules: `${front}/geschaeftsordnung`,
  /** OParl 1.1 and Popolo. */
  councilData: (file: string) => `${front}/daten/${file}`,

  /** Somebody who has a seat. */
  mine,
  ownPresence: (id: MeetingId) => `${mine}/sitzungen/${id}/anwesenheit`,
  propose: (id: MeetingId) => `${mine}/sitzungen/${id}/vorschlag`,
  reply: (id: MeetingId) => `${mine}/sitzungen/${id}/antwort`,
  /** The page of a seat in a running meeting. */
  voting: (id: MeetingId) => `${mine}/sitzungen/${id}`,
  vote: (id: MeetingId, vote: Id<"motionVote">) => `${mine}/sitzungen/${id}/stimme/${vote}`,
  ownMinutes: (id: MeetingId) => `${mine}/sitzungen/${id}/protokoll`,
  ownMinutesPaper: (id: MeetingId) => `${mine}/sitzungen/${id}/protokoll.pdf`,
  ownObjection: (id: MeetingId, objection: Id<"minutesObjection">) =>
    `${mine}/sitzungen/${id}/protokoll/einwaende/${objection}`,
  circular,
  ownTask: (id: Id<"consortiumTask">) => `${mine}/aufgaben/${id}`,
  /** The big screen of a running meeting. */
  screen: (id: MeetingId) => `${mine}/sitzungen/${id}/wand`,

  /** The office and the chair. */
  register,
  profile: `${register}/profil`,
  seats: `${register}/sitze`,
  addSeat: `${register}/sitze/neu`,
  seat: (id: SeatId) => `${register}/sitze/${id}`,
  seatEnd: (id: SeatId) => `${register}/sitze/${id}/ende`,
  holders: (id: SeatId) => `${register}/sitze/${id}/inhaber`,
  holder: (id: SeatId, holder: Id<"seatHolder">) => `${register}/sitze/${id}/inhaber/${holder}`,
  offices: `${register}/aemter`,
  endOffice: (id: Id<"consortiumOffice">) => `${register}/aemter/${id}`,
  officeRules: rules,
  editRules: (id: Id<"procedureRule">) => `${rules}/${id}`,
  adoptRules: (id: Id<"procedureRule">) => `${rules}/${id}/beschluss`,
  dropRules: (id: Id<"procedureRule">) => `${rules}/${id}/verwerfen`,
  dryRun: `${register}/probe`,
  dryRunCounts: `${register}/probe/zahlen`,
  officeTopics,
  addTopic: `${officeTopics}/neu`,
  officeTopic: (id: Id<"topic">) => `${officeTopics}/${id}`,
  topicState: (id: Id<"topic">) => `${officeTopics}/${id}/stand`,
  officeMeetings,
  addMeeting: `${officeMeetings}/neu`,
  series: `${officeMeetings}/reihe`,
  office,
  editMeeting: (id: MeetingId) => `${office(id)}/bearbeiten`,
  cancelMeeting: (id: MeetingId) => `${office(id)}/absage`,
  agenda: (id: MeetingId) => `${office(id)}/tagesordnung`,
  item,
  itemPlace: (id: MeetingId, agendaItem: ItemId) => `${item(id, agendaItem)}/platz`,
  papers: (id: MeetingId, agendaItem: ItemId) => `${item(id, agendaItem)}/unterlagen`,
  invitation: (id: MeetingId) => `${office(id)}/einladung`,
  /** One person runs the meeting with a laptop. */
  running,
  presence: (id: MeetingId) => `${running(id)}/anwesenheit`,
  itemMinutes: (id: MeetingId, agendaItem: ItemId) => `${item(id, agendaItem)}/niederschrift`,
  itemTasks: (id: MeetingId, agendaItem: ItemId) => `${item(id, agendaItem)}/aufgaben`,
  conflicts: (id: MeetingId, agendaItem: ItemId) => `${item(id, agendaItem)}/befangen`,
  motions: (id: MeetingId, agendaItem: ItemId) => `${item(id, agendaItem)}/antraege`,
  motion,
  openVote: (id: MotionId) => `${motion(id)}/abstimmung`,
  officeVote: (id: MotionId, vote: Id<"motionVote">) => `${motion(id)}/abstimmung/${vote}`,
  officeMinutesPaper: (id: MeetingId) => `${office(id)}/protokoll.pdf`,
  officeMinutes: (id: MeetingId) => `${office(id)}/protokoll`,
  sendMinutes: (id: MeetingId) => `${office(id)}/protokoll/versand`,
  answerObjection: (id: MeetingId, objection: Id<"minutesObjection">) =>
    `${office(id)}/protokoll/einwaende/${objection}`,
  officeTasks: `${register}/aufgaben`,
  taskState: (id: Id<"consortiumTask">) => `${register}/aufgaben/${id}/stand`,
  officeTask: (id: Id<"consortiumTask">) => `${register}/aufgaben/${id}`,
  circulars,
  addCircular: `${circulars}/neu`,
} as const;
