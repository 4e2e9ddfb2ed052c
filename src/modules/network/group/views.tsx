import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay, time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { GroupDate } from "#modules/network/group-dates/queries.ts";
import type { GroupMember, GroupRow } from "#modules/network/groups/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { groupPartName } from "#modules/network/vocabulary.ts";
import { paths as directory } from "#modules/organizations/paths.ts";
import { sectorName } from "#modules/organizations/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { Pairs, SectorSign } from "#ui/facts.tsx";
import { DateField, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

export const notices = [
  "neu",
  "gespeichert",
  "dabei",
  "ausgetreten",
  "beendet",
  "termin",
  "abgesagt",
] as const;

export type Said = {
  readonly notice?: (typeof notices)[number] | undefined;
  readonly refusal?: "gone" | "member" | "ended" | "past" | "canceled" | "same" | "noCooperation" | undefined;
};

/** What was done, or why it was not. */
export const Heard = ({ ctx, notice, refusal }: Base & Said) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
  </>
);

type ListProps = Base & {
  readonly groups: readonly GroupRow[];
  readonly members: readonly GroupMember[];
  readonly office?: boolean;
};

/** The working groups of the town. */
export const ListView = ({ ctx, groups, members, office = false }: ListProps) => {
  const words = say(ctx);
  const count = (group: GroupRow) => members.filter(({ groupId }) => groupId === group.id).length;
  return (
    <Stack>
      <Title heading={words("heading")} lead={words(office ? "officeLead" : "lead")} />
      {office && (
        <Actions>
          <ButtonLink href={paths.addGroup}>{words("add")}</ButtonLink>
        </Actions>
      )}
      {groups.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <ItemList
          items={groups.map((group) => ({
            title: group.name,
            href: office ? paths.officeGroup(group.id) : paths.group(group.slug),
            kind: group.endedOn
              ? words("over", { day: dayWithYear(ctx, group.endedOn) })
              : words("since", { day: dayWithYear(ctx, group.foundedOn) }),
            text: group.purpose,
            end: words("count", { n: count(group) }),
          }))}
        />
      )}
    </Stack>
  );
};

/** The organizations of a group once each, whoever leads first. */
const Organizations = ({ ctx, members }: Base & { readonly members: readonly GroupMember[] }) => {
  const words = say(ctx);
  const seen = new Set<string>();
  const items = members.flatMap(({ organizationId, organization, organizationSlug, sector, part }) => {
    if (!organizationId || !organization || !organizationSlug || !sector || seen.has(organizationId))
      return [];
    seen.add(organizationId);
    return [
      {
        title: organization,
        href: directory.show(organizationSlug),
        kind: (
          <>
            <SectorSign sector={sector} /> {sectorName(ctx, sector)}
          </>
        ),
        ...(part === "lead" ? { end: groupPartName(ctx, part) } : {}),
      },
    ];
  });
  return items.length === 0 ? <p class="al-soft">{words("noMembers")}</p> : <ItemList items={items} />;
};

type DatesProps = Base & {
  readonly group: GroupRow;
  readonly dates: readonly GroupDate[];
  readonly formKey: string;
  /** Reads everything of the group: a member, or the office. */
  readonly inside: boolean;
  readonly keeps: boolean;
  readonly form?: Filled | undefined;
};

const Dates = ({ ctx, group, dates, formKey, inside, keeps, form }: DatesProps) => {
  const words = say(ctx);
  const ahead = dates.filter(({ endsAt }) => endsAt >= ctx.now);
  return (
    <Section id="termine" heading={words("dates")}>
      {ahead.length === 0 ? (
        <p class="al-soft">{words(inside ? "noDatesAll" : "noDates")}</p>
      ) : (
        <ItemList
          items={ahead.map((date) => ({
            title: date.canceled ? `${date.title} (${words("canceled")})` : date.title,
            kind: `${dayWithYear(ctx, date.startsAt)}, ${time(ctx, date.startsAt, date.endsAt)}`,
            text: [date.whereWords, date.open ? words("openState") : "", date.words]
              .filter(Boolean)
              .join(" · "),
            ...(keeps && !date.canceled
              ? {
                  end: (
                    <ActionForm
                      action={paths.cancelGroupDate(group.slug, date.id)}
                      formKey={`${formKey}-${date.id}`}
                      label={words("cancel")}
                      object={date.title}
                    />
                  ),
                }
              : {}),
          }))}
        />
      )}
      <p>
        <a href={paths.groupCalendar(group.slug)}>{words("calendar")}</a>
      </p>
      {keeps && group.endedOn === null && (
        <More summary={words("date")} open={!!form}>
          <Form
            ctx={ctx}
            id="t"
            action={paths.groupDates(group.slug)}
            formKey={`${formKey}-t`}
            form={form}
            submit={words("date")}
            quiet
          >
            <TextField name="title" label={words("dateTitle")} maximum={200} />
            <DateField name="day" label={words("day")} min={isoDay(ctx.now)} />
            <TimeField name="from" label={words("from")} />
            <TimeField name="until" label={words("until")} />
            <TextField name="whereWords" label={words("whereWords")} maximum={300} />
            <TextArea name="words" label={words("words")} rows={2} maximum={2_000} optional />
            <Checkbox name="open" label={words("open")} />
          </Form>
        </More>
      )}
    </Section>
  );
};

type GroupProps = DatesProps & Said & { readonly members: readonly GroupMember[]; readonly office: boolean };

/** One working group: for everybody its organizations and open dates, for its people also the names. */
export const GroupView = (props: GroupProps) => {
  const { ctx, group, members, inside, office, notice, refusal } = props;
  const words = say(ctx);
  const people = members.filter(({ name }) => name !== "");
  return (
    <Stack>
      <Title kind={words("looking")} heading={group.name} lead={group.purpose} />
      <Heard ctx={ctx} notice={notice} refusal={refusal} />
      <Pairs
        pairs={[
          [words("since_label"), dayWithYear(ctx, group.foundedOn)],
          [words("over_label"), group.endedOn && dayWithYear(ctx, group.endedOn)],
          [words("contact"), group.contactWords],
          [
            words("carries"),
            group.cooperationId && group.cooperation && (
              <a href={paths.cooperation(group.cooperationId)}>{group.cooperation}</a>
            ),
          ],
        ]}
      />
      <Section id="beteiligte" heading={words("membersOf")}>
        <Organizations ctx={ctx} members={members} />
      </Section>
      {inside && people.length > 0 && (
        <Section id="menschen" heading={words("members")} aside={words("people")}>
          <ItemList
            items={people.map(({ name, organization, part }) => ({
              title: name,
              text: organization ?? "",
              end: groupPartName(ctx, part),
            }))}
          />
        </Section>
      )}
      <Dates {...props} />
      {office && (
        <Actions>
          <a href={paths.officeGroup(group.id)}>{words("edit")}</a>
        </Actions>
      )}
    </Stack>
  );
};
