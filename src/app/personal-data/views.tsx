import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayAndTime, time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { naming } from "#core/messages.ts";
import { paths } from "#modules/people/paths.ts";
import { weekName } from "#modules/placements/vocabulary.ts";
import { Checkbox } from "#ui/choices.tsx";
import { type Pair, Pairs } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { ItemHeading } from "#ui/heading.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Title } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { Entry, Part } from "./queries.ts";
import { Told, toldOf } from "./values.tsx";
import { parts as sectionWords } from "./vocabulary.ts";

type Place = { readonly ctx: Context; readonly section: string };

/** What only machines need: the file to take along has it, the page leaves it out. */
const machinery: ReadonlySet<string> = new Set([
  "placeId",
  "id",
  "personId",
  "createdBy",
  "mergedInto",
  "organizationId",
  "slug",
  "query",
]);

const keysOf = (beginning: string): string[] =>
  Object.keys(say.source).flatMap((key) => (key.startsWith(beginning) ? key.slice(beginning.length) : []));
type After<Beginning extends string> = keyof typeof say.source extends infer Key
  ? Key extends `${Beginning}${infer Rest}`
    ? Rest
    : never
  : never;

const fields = keysOf("field_") as After<"field_">[];
const sections = Object.keys(sectionWords.source) as (keyof typeof sectionWords.source)[];
const fieldLabel = naming(fields, (reader, field) => say(reader)(`field_${field}`));
const sectionName = naming(sections, (reader, section) => sectionWords(reader)(section));

/** The label of a field in its section; undefined for what only machines need. */
export const labelOf = (ctx: Context, section: string, field: string): string | undefined => {
  if (machinery.has(field)) return undefined;
  const own = `${section}_${field}`;
  return fieldLabel(ctx, fields.some((known) => known === own) ? own : field);
};

/** What names an entry in its list; the rest of it stands below. */
const titles: Readonly<Record<string, string>> = {
  inquiries: "topic",
  replies: "kind",
  appointments: "startsAt",
  consultations: "kind",
  referrals: "opportunity",
  releases: "number",
  consents: "purpose",
  claims: "organization",
  roles: "role",
  pages: "title",
  news: "title",
  dates: "title",
  devices: "device",
  notices: "title",
  calendarSources: "organization",
  qualifications: "name",
  attendances: "title",
  helpers: "title",
  commitments: "title",
  handovers: "title",
  declined: "title",
  invitations: "opportunity",
  searches: "name",
  planProposals: "title",
  surveyInvitations: "title",
  surveyContacts: "title",
  workshopRegistrations: "workshop",
  workshopSteps: "title",
  proposals: "title",
  supports: "proposal",
  reasons: "proposal",
  ballots: "title",
  followedProcesses: "title",
  seats: "seat",
  offices: "kind",
  meetingPresences: "meeting",
  meetingReplies: "meeting",
  minutesObjections: "meeting",
  workingGroups: "name",
  amendments: "number",
  measureCommitments: "measure",
};

const pairsOf = ({ ctx, section }: Place, entry: Entry, without: readonly string[] = []): readonly Pair[] =>
  Object.entries(entry).flatMap(([field, value]) => {
    const label = without.includes(field) ? undefined : labelOf(ctx, section, field);
    const words = label === undefined ? undefined : toldOf(ctx, section, field, value);
    return words === undefined ? [] : [[label, <Told words={words} />] as const];
  });

/** The heading of an entry, and the fields that are told by it. */
const titleOf = (
  { ctx, section }: Place,
  entry: Entry,
): readonly [title: string, told: readonly string[]] => {
  const { startsAt, endsAt, number } = entry;
  if (startsAt instanceof Date && endsAt instanceof Date) {
    return [dayAndTime(ctx, startsAt, endsAt), ["startsAt", "endsAt"]];
  }
  if (section === "followUps") {
    const week = weekName(ctx, Number(entry["week"]));
    return [say(ctx)("asked", { number: String(number), week }), ["number", "week"]];
  }
  const field = titles[section] ?? "";
  const title = toldOf(ctx, section, field, entry[field]);
  const nameless = section === "devices" ? say(ctx)("unknownDevice") : sectionName(ctx, section);
  return [title === undefined ? nameless : String(title), [field]];
};

const Item = ({ ctx, section, entry }: Place & { readonly entry: Entry }) => {
  const [title, told] = titleOf({ ctx, section }, entry);
  const pairs = pairsOf({ ctx, section }, entry, told);
  return (
    <li>
      <div class="al-stack">
        <ItemHeading>{title}</ItemHeading>
        {pairs.length > 0 && <Pairs pairs={pairs} />}
        {pairs.length === 0 && section === "followUps" && <p>{say(ctx)("unanswered")}</p>}
      </div>
    </li>
  );
};

const momentOf = (ctx: Context, { seenAt, viewer, purpose }: Entry) => {
  const when = seenAt instanceof Date ? seenAt : ctx.now;
  const who = viewer === null ? say(ctx)("house") : String(viewer);
  return { when, text: say(ctx)("seenBy", { time: time(ctx, when), who, purpose: String(purpose) }) };
};

const Entries = ({ ctx, section, data }: Place & { readonly data: unknown }): ComponentChildren => {
  if (!Array.isArray(data)) return <Pairs pairs={pairsOf({ ctx, section }, data as Entry)} />;
  const entries: readonly Entry[] = data;
  if (section === "looks") return <Timeline ctx={ctx} moments={entries.map((look) => momentOf(ctx, look))} />;
  return (
    <ul class="al-items">
      {entries.map((entry) => (
        <Item ctx={ctx} section={section} entry={entry} />
      ))}
    </ul>
  );
};

const isEmpty = (data: unknown): boolean =>
  data === null || data === undefined || (Array.isArray(data) && data.length === 0);

/** Parts in the order of this page; one that it does not know yet stands at the end. */
const inOrder = (parts: readonly Part[]): readonly Part[] => {
  const ranks = new Map<string, number>(sections.map((section, rank) => [section, rank]));
  const rank = ({ section }: Part): number => ranks.get(section) ?? ranks.size;
  return [...parts].sort((one, other) => rank(one) - rank(other));
};

type EverythingProps = { readonly ctx: Context; readonly parts: readonly Part[] };

/** Everything that is kept about the signed-in person, to read. */
export const EverythingView = ({ ctx, parts }: EverythingProps) => {
  const words = say(ctx);
  const ordered = inOrder(parts);
  const missing = ordered.filter(({ data }) => isEmpty(data));
  return (
    <>
      <Title heading={words("everything")} lead={words("everythingLead")}>
        <p>
          <a href={paths.everythingJson}>{words("download")}</a>
        </p>
      </Title>
      {ordered
        .filter(({ data }) => !isEmpty(data))
        .map(({ section, data }) => (
          <Section id={section} heading={sectionName(ctx, section)}>
            <Entries ctx={ctx} section={section} data={data} />
          </Section>
        ))}
      {missing.length > 0 && (
        <Section id="leer" heading={words("emptyHeading")}>
          <p>{words("empty")}</p>
          <ul>
            {missing.map(({ section }) => (
              <li>{sectionName(ctx, section)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

type LeaveProps = {
  readonly ctx: Context;
  readonly form: Filled;
  readonly formKey: string;
  /** Why somebody cannot leave just now. */
  readonly hindrance: "demo" | "last" | undefined;
};

/** What goes and what stays, and the one button that erases it. */
export const LeaveView = ({ ctx, form, formKey, hindrance }: LeaveProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("leave")} lead={words("leaveLead")} />
      <Section id="geht" heading={words("goes")}>
        <p>{words("goesText")}</p>
      </Section>
      <Section id="bleibt" heading={words("stays")}>
        <p>{words("staysText")}</p>
        <p>
          {words("first")} <a href={paths.everythingJson}>{words("download")}</a>
        </p>
      </Section>
      {hindrance ? (
        <Notice ctx={ctx} kind="warning">
          {words(hindrance)}
        </Notice>
      ) : (
        <Form
          ctx={ctx}
          action={paths.leave}
          submit={words("doIt")}
          formKey={formKey}
          form={form}
          cancel={{ href: paths.myData, label: words("back") }}
        >
          <Checkbox name="sure" label={words("sure")} optional={false} />
        </Form>
      )}
    </>
  );
};

/** What somebody reads who has just left. */
export const GoneView = ({ ctx }: { readonly ctx: Context }) => (
  <Title heading={say(ctx)("gone")} lead={say(ctx)("goneText")} />
);
