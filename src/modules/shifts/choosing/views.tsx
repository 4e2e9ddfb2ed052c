import type { Context } from "#core/context.ts";
import { dayLong, dayShort, time } from "#core/date.ts";
import { dayOf } from "#core/local-time.ts";
import { paths as coursePaths } from "#modules/courses/paths.ts";
import { paths } from "#modules/shifts/paths.ts";
import { stateName } from "#modules/shifts/places/vocabulary.ts";
import { may } from "#modules/shifts/policy.ts";
import type { SeriesRow } from "#modules/shifts/series/queries.ts";
import { Regularly } from "#modules/shifts/series/views.tsx";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choices.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, SideBySide, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import {
  type Choice,
  folded,
  isOpen,
  leadOf,
  type Row,
  remarksOf,
  roleNotes,
  type Search,
  seatsOf,
} from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly choice: Choice;
  readonly search: Search;
  readonly rows: readonly Row[];
  /** What comes again, to which one can say yes for every time. */
  readonly series: readonly SeriesRow[];
};

const Filters = ({ ctx, choice, search }: Props) => {
  const words = say(ctx);
  const roles = choice.roles.filter(({ id }) => choice.rows.some(({ need }) => need.roleId === id));
  return (
    <Form
      ctx={ctx}
      action={paths.choose(choice.plan.slug)}
      method="get"
      submit={words("show")}
      quiet
      narrow
      label={words("filters")}
    >
      {choice.days.length > 1 && (
        <Select
          name="tag"
          label={words("day")}
          blank={words("anyDay")}
          value={search.tag}
          optional
          options={choice.days.map((value) => ({ value, label: dayShort(ctx, value) }))}
        />
      )}
      {roles.length > 1 && (
        <Select
          name="rolle"
          label={words("role")}
          blank={words("anyRole")}
          value={search.rolle}
          optional
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {ctx.actor.kind === "person" && (
        <Checkbox name="kann" label={words("can")} hint={words("canHint")} checked={Boolean(search.kann)} />
      )}
      <Checkbox name="frei" label={words("free")} checked={Boolean(search.frei)} />
    </Form>
  );
};

type RowProps = { readonly ctx: Context; readonly row: Row };

const End = ({ ctx, row }: RowProps) => {
  const { own, free } = row;
  if (own) {
    const kind = own.state === "confirmed" ? "yes" : "wait";
    return <State kind={kind}>{stateName(ctx, own.state)}</State>;
  }
  return <span class={free > 0 ? undefined : "al-soft"}>{seatsOf(ctx, row)}</span>;
};

const Reason = ({ ctx, row }: RowProps) => {
  const words = say(ctx);
  if (row.fit === "age") return <>{words("no_age")}</>;
  if (row.fit === "qualification") {
    return (
      <>
        {words("no_qualification")} <a href={coursePaths.mine}>{words("qualifications")}</a>
      </>
    );
  }
  return row.elsewhere ? <span>{words("elsewhere", { offer: row.elsewhere.offer })}</span> : null;
};

type PlaceProps = RowProps & { readonly chosen: boolean; readonly open: boolean };

const Place = ({ ctx, row, chosen, open }: PlaceProps) => {
  const id = `platz-${row.need.id}`;
  const { startsAt, endsAt } = row.shift;
  const text = (
    <>
      <b>{time(ctx, startsAt, endsAt)}</b> {row.need.role}
      <span class="al-check__hint" id={`${id}-mehr`}>
        {remarksOf(ctx, row)} {!row.own && <Reason ctx={ctx} row={row} />}
      </span>
    </>
  );
  return (
    <li>
      <div class="al-check">
        {open && isOpen(row) ? (
          <>
            <input
              type="checkbox"
              id={id}
              name="platz"
              value={row.need.id}
              checked={chosen}
              aria-describedby={`${id}-mehr ${id}-frei`}
            />
            <label for={id}>{text}</label>
          </>
        ) : (
          <p>{text}</p>
        )}
      </div>
      <div class="al-items__end" id={`${id}-frei`}>
        <End ctx={ctx} row={row} />
      </div>
    </li>
  );
};

type DayProps = Pick<Props, "ctx" | "search"> & { readonly places: readonly Row[]; readonly open: boolean };

/** The places of one day; those that are full stand folded below, unless one chose them or waits for them. */
const Day = ({ ctx, search, places, open }: DayProps) => {
  const { shown, full } = folded(places, search);
  const list = (rows: readonly Row[]) => (
    <ul class="al-items al-items--close">
      {rows.map((row) => (
        <Place ctx={ctx} row={row} open={open} chosen={search.platz.includes(row.need.id)} />
      ))}
    </ul>
  );
  if (full.length === 0) return list(shown);
  return (
    <>
      {shown.length > 0 && list(shown)}
      <More summary={say(ctx)(open ? "fullOnes" : "fullOnesClosed", { n: full.length })}>{list(full)}</More>
    </>
  );
};

const Days = ({ ctx, choice, search, rows }: Props) => {
  const words = say(ctx);
  const days = Map.groupBy(rows, ({ shift }) => dayOf(shift.startsAt));
  const open = choice.plan.mode === "open";
  return (
    <form class="al-stack al-stack--wide" method="get" action={paths.choice(choice.plan.slug)}>
      {[...days].map(([day, places]) => (
        <Section id={`tag-${day}`} space="none" heading={dayLong(ctx, day)}>
          <Day ctx={ctx} search={search} places={places} open={open} />
        </Section>
      ))}
      {open && rows.some(isOpen) && (
        <div>
          <Button>{words("review")}</Button>
          {search.platz.length > 0 && <p>{words("chosen", { n: search.platz.length })}</p>}
          <p class="al-soft">{words("reviewNext")}</p>
        </div>
      )}
    </form>
  );
};

const Listed = (props: Props) => {
  const { ctx, choice, rows } = props;
  const words = say(ctx);
  const { slug } = choice.plan;
  const notes = roleNotes(ctx, choice, rows);
  return (
    <SideBySide side={<Filters {...props} />}>
      {rows.length === 0 ? (
        <Empty heading={words("nothing")}>
          <a href={paths.choose(slug)}>{words("all")}</a>
        </Empty>
      ) : (
        <Stack wide>
          {notes.length > 0 && <Pairs pairs={notes} />}
          <Days {...props} />
        </Stack>
      )}
      <p class="al-small">
        <a href={paths.chooseFile(slug)}>{words("file")}</a>
      </p>
    </SideBySide>
  );
};

/** The shifts of an offer to choose from, by day: a list, not a grid, so that nothing free hides. */
export const ChoosePage = (props: Props) => {
  const { ctx, choice } = props;
  const words = say(ctx);
  const { plan } = choice;
  return (
    <>
      <Title kind={plan.organization} heading={`${words("heading")}: ${plan.title}`} lead={leadOf(ctx, plan)}>
        <Actions>
          <a href={paths.offer(plan.slug)}>{words("toOffer")}</a>
          {ctx.actor.kind === "person" && <a href={paths.mine}>{words("mine")}</a>}
          {may.plan(ctx, plan) && <a href={paths.plan(plan.id)}>{words("planLink")}</a>}
        </Actions>
      </Title>
      {plan.mode === "wishes" && (
        <Actions>
          <ButtonLink href={paths.wishes(plan.slug)}>{words("tellWishes")}</ButtonLink>
        </Actions>
      )}
      {plan.mode === "closed" && (
        <Notice ctx={ctx} heading={words("closed")}>
          {words("closedText", { phone: ctx.place.officePhone })}
        </Notice>
      )}
      {choice.rows.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
          <a href="/angebote">{words("offers")}</a>
        </Empty>
      ) : (
        <Listed {...props} />
      )}
      {plan.mode === "open" && plan.state === "published" && <Regularly ctx={ctx} series={props.series} />}
    </>
  );
};
