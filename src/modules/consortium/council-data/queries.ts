import { visitor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { type AgendaItem, listAgenda } from "#modules/consortium/agenda/queries.ts";
import { listMeetings, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { findConsortium, listSeats } from "#modules/consortium/seats/queries.ts";

/** An object of OParl 1.1; its id is the address at which it answers. */
export type CouncilObject = { readonly id: string; readonly type: string } & Readonly<
  Record<string, unknown>
>;

const schema = (name: string): string => `https://schema.oparl.org/1.1/${name}`;

/** What other programs read is what everybody may read, whoever asks. */
export const asEverybody = (ctx: Context): Context => ({ ...ctx, actor: visitor });

export const addressOf = (origin: string, file: string): string => `${origin}${paths.councilData(file)}`;

/** Where a reader of OParl begins. */
export const describeSystem = (ctx: Context, origin: string): CouncilObject => ({
  id: addressOf(origin, "system"),
  type: schema("System"),
  oparlVersion: schema(""),
  name: ctx.place.name,
  body: addressOf(origin, "body"),
  website: origin,
  contactEmail: ctx.place.officeEmail,
});

export const describeBody = (ctx: Context, origin: string): CouncilObject => ({
  id: addressOf(origin, "body/1"),
  type: schema("Body"),
  system: addressOf(origin, "system"),
  name: ctx.place.name,
  website: origin,
  contactEmail: ctx.place.officeEmail,
  ...Object.fromEntries(
    ["organization", "person", "meeting", "paper"].map((list) => [list, addressOf(origin, list)]),
  ),
  legislativeTerm: [],
});

// Every organization for which somebody sits in the consortium today, once.
const listSending = async (ctx: Context, origin: string): Promise<readonly CouncilObject[]> => {
  const sending = (await listSeats(ctx)).flatMap(({ organizationId, organization }) =>
    organizationId && organization ? [[organizationId, organization] as const] : [],
  );
  return [...new Map(sending)].map(([id, name]) => ({
    id: addressOf(origin, `organization/${id}`),
    type: schema("Organization"),
    body: addressOf(origin, "body/1"),
    name,
    organizationType: "Sonstiges",
  }));
};

/** The consortium itself, and the organizations for which people sit in it. */
export const listOrganizations = async (ctx: Context, origin: string): Promise<readonly CouncilObject[]> => {
  const consortium = await findConsortium(ctx);
  if (!consortium) return [];
  const { name, foundedOn, endedOn } = consortium;
  return [
    {
      id: addressOf(origin, "organization/1"),
      type: schema("Organization"),
      body: addressOf(origin, "body/1"),
      name,
      organizationType: "Gremium",
      startDate: foundedOn,
      ...(endedOn ? { endDate: endedOn } : {}),
      meeting: addressOf(origin, "meeting"),
      website: `${origin}${paths.front}`,
    },
    ...(await listSending(ctx, origin)),
  ];
};

/** Those on a seat today who agreed that their name is public, with what they are. */
export const listPersons = async (ctx: Context, origin: string): Promise<readonly CouncilObject[]> =>
  (await listSeats(ctx)).flatMap((seat) =>
    seat.holders
      .filter((holder) => holder.public && holder.name !== "")
      .map(({ id, name, part, startsOn, endsOn }) => ({
        id: addressOf(origin, `person/${id}`),
        type: schema("Person"),
        body: addressOf(origin, "body/1"),
        name,
        membership: [
          {
            id: addressOf(origin, `membership/${id}`),
            type: schema("Membership"),
            person: addressOf(origin, `person/${id}`),
            organization: addressOf(origin, "organization/1"),
            role: part === "deputy" ? "Stellvertretung" : "Mitglied",
            votingRight: seat.voting,
            startDate: startsOn,
            ...(endsOn ? { endDate: endsOn } : {}),
            ...(seat.organizationId
              ? { onBehalfOf: addressOf(origin, `organization/${seat.organizationId}`) }
              : {}),
          },
        ],
      })),
  );

const states: Readonly<Record<string, string>> = {
  invited: "eingeladen",
  running: "eingeladen",
  closed: "durchgeführt",
  canceled: "terminiert",
};

const describeItem = (origin: string, meeting: Meeting, item: AgendaItem): CouncilObject => ({
  id: addressOf(origin, `agendaItem/${item.id}`),
  type: schema("AgendaItem"),
  meeting: addressOf(origin, `meeting/${meeting.id}`),
  number: String(item.number),
  order: item.number - 1,
  name: item.title,
  public: true,
  start: item.startsAt.toISOString(),
  end: item.endsAt.toISOString(),
});

/** A meeting with the public part of its agenda. */
export const describeMeeting = async (
  ctx: Context,
  origin: string,
  meeting: Meeting,
): Promise<CouncilObject> => ({
  id: addressOf(origin, `meeting/${meeting.id}`),
  type: schema("Meeting"),
  name: meeting.title,
  meetingState: states[meeting.state] ?? "terminiert",
  cancelled: meeting.state === "canceled",
  start: meeting.startsAt.toISOString(),
  end: meeting.endsAt.toISOString(),
  ...(meeting.whereWords
    ? {
        location: {
          id: addressOf(origin, `location/${meeting.id}`),
          type: schema("Location"),
          description: meeting.whereWords,
        },
      }
    : {}),
  organization: [addressOf(origin, "organization/1")],
  agendaItem: (await listAgenda(ctx, meeting)).map((item) => describeItem(origin, meeting, item)),
  web: `${origin}${paths.meeting(meeting.number)}`,
  created: meeting.madeAt.toISOString(),
  modified: meeting.changedAt.toISOString(),
});

/** Meetings that were announced, the latest first. */
export const listPublicMeetings = (ctx: Context): Promise<readonly Meeting[]> =>
  listMeetings(ctx, { latestFirst: true });

/** Papers that everybody may read, with the item they were for. */
export const listPublicPapers = async (ctx: Context, origin: string): Promise<readonly CouncilObject[]> => {
  const rows = await ctx.db
    .selectFrom("agendaPapers as p")
    .innerJoin("agendaItems as a", "a.id", "p.agendaItemId")
    .innerJoin("meetings as m", "m.id", "a.meetingId")
    .select(["p.id", "p.title", "p.url", "p.madeAt", "a.id as itemId", "a.kind", "m.id as meetingId"])
    .where("p.public", "=", true)
    .where("a.public", "=", true)
    .where("m.invitedAt", "is not", null)
    .orderBy("p.madeAt", "desc")
    .limit(500)
    .execute();
  return rows.map(({ id, title, url, madeAt, itemId, kind, meetingId }) => ({
    id: addressOf(origin, `paper/${id}`),
    type: schema("Paper"),
    body: addressOf(origin, "body/1"),
    name: title,
    date: madeAt.toISOString().slice(0, 10),
    mainFile: {
      id: addressOf(origin, `file/${id}`),
      type: schema("File"),
      name: title,
      accessUrl: new URL(url || paths.paper(id), origin).href,
    },
    consultation: [
      {
        id: addressOf(origin, `consultation/${id}`),
        type: schema("Consultation"),
        paper: addressOf(origin, `paper/${id}`),
        agendaItem: addressOf(origin, `agendaItem/${itemId}`),
        meeting: addressOf(origin, `meeting/${meetingId}`),
        organization: [addressOf(origin, "organization/1")],
        role: kind === "decision" ? "Entscheidung" : "Beratung",
      },
    ],
  }));
};

/** The meeting an item of an agenda belongs to. */
export const findMeetingOfItem = (ctx: Context, item: Id<"agendaItem">) =>
  ctx.db
    .selectFrom("agendaItems")
    .select("meetingId")
    .where("id", "=", item)
    .where("public", "=", true)
    .executeTakeFirst();
