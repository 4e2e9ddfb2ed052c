import type { Fetched, FetchProblem, fetchFile } from "#core/fetch.ts";
import type { Id } from "#core/id.ts";
import { dayOf, timeOf } from "#core/local-time.ts";
import type { Outcome } from "#core/outcome.ts";
import { listDates } from "#modules/content/calendar/queries.ts";
import { addSource, confirmSource, SourceForm } from "#modules/content/sources/commands.ts";
import { readingBy } from "#modules/content/sources/jobs.ts";
import type { World } from "./world.ts";

type Event = { uid?: string; day?: string; time?: string; title?: string; where?: string; more?: string };

export const file = (...events: readonly Event[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "X-WR-CALNAME:Vereinskalender",
    ...events.map(
      ({
        uid = "eins",
        day = "20261205",
        time = "150000",
        title = "Fest am Teich",
        where = "Teichhaus",
        more = "",
      }) =>
        [
          "BEGIN:VEVENT",
          `UID:${uid}`,
          `DTSTART;TZID=Europe/Berlin:${day}T${time}`,
          "DURATION:PT2H",
          `SUMMARY:${title}`,
          `LOCATION:${where}`,
          ...(more ? [more] : []),
          "END:VEVENT",
        ].join("\r\n"),
    ),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

export const fresh = (text: string, etag: string | null = null): Outcome<Fetched, FetchProblem> => ({
  ok: true,
  value: { same: false, bytes: Buffer.from(text), etag, lastModified: null },
});

/** The worker comes by and reads one calendar, which answers like this. */
export const read = (
  world: World,
  id: Id<"calendarSource">,
  answer: Outcome<Fetched, FetchProblem>,
  now = world.now,
) => {
  const fetch: typeof fetchFile = async () => answer;
  return readingBy(fetch).reach((work) => work(world.as("system", { now })), { source: id });
};

export const add = async (
  world: World,
  url: string,
  organization = world.club,
): Promise<Id<"calendarSource">> => {
  const outcome = await addSource(world.as("coordinator"), organization, SourceForm.parse({ url }));
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

/** A calendar that was looked at and may be published. */
export const follow = async (world: World, url: string, text: string, organization = world.club) => {
  const id = await add(world, url, organization);
  await read(world, id, fresh(text));
  await confirmSource(world.as("coordinator"), organization, id);
  await read(world, id, fresh(text));
  return id;
};

export const shown = async (world: World, now = world.now) =>
  (await listDates(world.as("visitor", { now }), { from: now })).map(
    ({ title, startsAt, organization, canceledAt }) =>
      `${dayOf(startsAt)} ${timeOf(startsAt)} ${title}${organization ? ` (${organization.split(" ")[0]})` : ""}${canceledAt ? " –" : ""}`,
  );
