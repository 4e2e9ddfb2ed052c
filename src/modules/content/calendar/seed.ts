import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import { announceDate, cancelDate, type DateInput } from "./commands.ts";
import { listOwnHosts } from "./queries.ts";
import series from "./seed.json" with { type: "json" };

type Series = (typeof series)[number];
type Host = { readonly id: Id<"organization">; readonly name: string };

const pastDays = 190;
const aheadDays = 120;
/** Dates are announced this long before they take place. */
const noticeDays = 45;

type Planned = { readonly day: string; readonly host: string | null; readonly input: DateInput };

const planned = (
  story: Story,
  { title, topics, every, offset, time, end, where, ...rest }: Series,
): Planned[] => {
  const today = dayOf(story.today);
  const before = Math.floor((pastDays + offset) / every);
  const count = before + Math.floor((aheadDays - offset) / every) + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = plusDays(today, offset + (index - before) * every);
    const topic = topics[index % Math.max(1, topics.length)];
    const allDay = time === null;
    const input: DateInput = {
      title: topic === undefined ? title : `${title}: ${topic}`,
      startsAt: instantAt(day, time ?? "00:00"),
      endsAt: end === null ? instantAt(plusDays(day, 1)) : instantAt(day, end),
      allDay,
      whereText: where,
      postcode: null,
      accessibility: rest.accessibility as DateInput["accessibility"],
      admission: rest.admission,
      organizationId: null,
      body: rest.body,
    };
    return { day, host: rest.host, input };
  });
};

const announce = async (ctx: Context, dates: readonly Planned[], hosts: readonly Host[]): Promise<void> => {
  for (const { host, input } of dates) {
    const organization = hosts.find(({ name }) => name === host);
    await announceDate(
      ctx,
      { ...input, organizationId: organization?.id ?? null, postcode: ctx.place.postcode },
      true,
    );
  }
};

// Months of dates are announced at once, in the order in which people learned of them.
const batches = (story: Story, dates: readonly Planned[]): ReadonlyMap<string, Planned[]> => {
  const today = dayOf(story.today);
  const byDay = new Map<string, Planned[]>();
  for (const date of [...dates].sort((a, b) => a.day.localeCompare(b.day))) {
    const wanted = `${plusDays(date.day, -noticeDays).slice(0, 7)}-01`;
    const day = wanted < plusDays(today, -3) ? wanted : plusDays(today, -3);
    byDay.set(day, [...(byDay.get(day) ?? []), date]);
  }
  return byDay;
};

/** Half a year of dates behind and four months ahead; one of those ahead is canceled. */
export const seed = async (story: Story): Promise<void> => {
  const { first, second } = story.places;
  const all = series.flatMap((one) => planned(story, one));
  const hosts = await story.tell(first, story.today, system, async (ctx) => listOwnHosts(ctx));
  for (const [day, dates] of batches(story, all)) {
    await story.tell(first, instantAt(day, "10:00"), system, (ctx) => announce(ctx, dates, hosts));
  }
  const some = series.filter(({ both }) => both).flatMap((one) => planned(story, one));
  for (const [day, dates] of batches(story, some)) {
    await story.tell(second, instantAt(day, "10:00"), system, (ctx) => announce(ctx, dates, []));
  }
  await story.tell(first, new Date(+story.today - 86_400_000), system, cancelOne);
  story.report(`${all.length} dates`);
};

const cancelOne = async (ctx: Context): Promise<void> => {
  const rows = await ctx.db
    .selectFrom("calendarDates")
    .select("id")
    .where("startsAt", ">", ctx.now)
    .where("organizationId", "is not", null)
    .orderBy("startsAt")
    .limit(4)
    .execute();
  const last = rows.at(-1);
  if (last) await cancelDate(ctx, last.id);
};
