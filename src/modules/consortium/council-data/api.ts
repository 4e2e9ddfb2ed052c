import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Page, routes } from "#core/web.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import {
  addressOf,
  asEverybody,
  type CouncilObject,
  describeBody,
  describeMeeting,
  describeSystem,
  findMeetingOfItem,
  listOrganizations,
  listPersons,
  listPublicMeetings,
  listPublicPapers,
} from "./queries.ts";

const perPage = 20;

// OParl 1.1, 2.5.4: a list in pages, each with the way to the others.
const listed = (page: Page, kind: string, all: number, data: readonly unknown[], current: number) => {
  const { origin } = page.var;
  const pages = Math.max(1, Math.ceil(all / perPage));
  const at = (number: number): string => `${addressOf(origin, kind)}?page=${number}`;
  return page.json({
    data,
    pagination: { totalElements: all, elementsPerPage: perPage, currentPage: current, totalPages: pages },
    links: {
      first: at(1),
      self: at(current),
      last: at(pages),
      ...(current > 1 ? { prev: at(current - 1) } : {}),
      ...(current < pages ? { next: at(current + 1) } : {}),
    },
  });
};

const pageIn = (page: Page): number => Number(/^[1-9]\d{0,3}$/u.exec(page.req.query("page") ?? "")?.[0] ?? 1);

const cut = <T>(all: readonly T[], number: number): readonly T[] =>
  all.slice((number - 1) * perPage, number * perPage);

const listOf = async (ctx: Context, origin: string, kind: string): Promise<readonly CouncilObject[]> => {
  if (kind === "body") return [describeBody(ctx, origin)];
  if (kind === "organization") return listOrganizations(ctx, origin);
  if (kind === "person") return listPersons(ctx, origin);
  return kind === "paper" ? listPublicPapers(ctx, origin) : found<readonly CouncilObject[]>(undefined);
};

const list = async (page: Page) => {
  const { origin } = page.var;
  const ctx = asEverybody(page.var.ctx);
  const kind = page.req.param("kind") ?? "";
  if (kind === "system") return page.json(describeSystem(ctx, origin));
  if (kind === "popolo") return popolo(page);
  const current = pageIn(page);
  if (kind === "meeting") {
    const meetings = await listPublicMeetings(ctx);
    const data: CouncilObject[] = [];
    for (const meeting of cut(meetings, current)) data.push(await describeMeeting(ctx, origin, meeting));
    return listed(page, kind, meetings.length, data, current);
  }
  const all = await listOf(ctx, origin, kind);
  return listed(page, kind, all.length, cut(all, current), current);
};

const meetingOf = async (ctx: Context, origin: string, id: string) => {
  const meeting = found(isId<"meeting">(id) ? await findMeeting(ctx, id) : undefined);
  return describeMeeting(ctx, origin, meeting);
};

type Nested = Readonly<Record<string, readonly CouncilObject[] | CouncilObject | undefined>>;

// What is embedded in another object answers at its own address as well.
const inside = (all: readonly CouncilObject[], name: string, id: string): CouncilObject | undefined =>
  all
    .flatMap((one) => (one as unknown as Nested)[name] ?? [])
    .find((one) => (one as CouncilObject).id === id) as CouncilObject | undefined;

const one = async (page: Page) => {
  const { origin } = page.var;
  const ctx = asEverybody(page.var.ctx);
  const { kind = "", id = "" } = page.req.param();
  const address = addressOf(origin, `${kind}/${id}`);
  if (kind === "meeting") return page.json(await meetingOf(ctx, origin, id));
  if (kind === "location") return page.json(found((await meetingOf(ctx, origin, id))["location"]) as object);
  if (kind === "agendaItem") {
    const item = found(isId<"agendaItem">(id) ? await findMeetingOfItem(ctx, id) : undefined);
    return page.json(found(inside([await meetingOf(ctx, origin, item.meetingId)], kind, address)));
  }
  if (kind === "membership") return page.json(found(inside(await listPersons(ctx, origin), kind, address)));
  if (kind === "consultation" || kind === "file") {
    const name = kind === "file" ? "mainFile" : kind;
    return page.json(found(inside(await listPublicPapers(ctx, origin), name, address)));
  }
  const all = await listOf(ctx, origin, kind);
  return page.json(found(all.find((object) => object.id === address)));
};

// Popolo (popoloproject.com): people, organizations and memberships in one file.
const popolo = async (page: Page) => {
  const { origin } = page.var;
  const ctx = asEverybody(page.var.ctx);
  const persons = await listPersons(ctx, origin);
  const organizations = await listOrganizations(ctx, origin);
  const memberships = persons.flatMap(({ membership }) => membership as readonly CouncilObject[]);
  return page.json({
    persons: persons.map(({ id, name }) => ({ id, name })),
    organizations: organizations.map(({ id, name, startDate, organizationType }) => ({
      id,
      name,
      founding_date: startDate ?? null,
      classification: organizationType === "Gremium" ? "committee" : "organization",
    })),
    memberships: memberships.map((row) => ({
      id: row.id,
      person_id: row["person"],
      organization_id: row["organization"],
      role: row["role"],
      on_behalf_of_id: row["onBehalfOf"] ?? null,
      start_date: row["startDate"],
      end_date: row["endDate"] ?? null,
    })),
  });
};

/** `/konsortium/daten`: OParl 1.1 from `system`, and Popolo. Only what everybody may read. */
export const api = routes().get("/:kind", list).get("/:kind/:id", one);
