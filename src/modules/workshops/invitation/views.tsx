import type { Context } from "#core/context.ts";
import { dayLong, dayWithYear, time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/workshops/paths.ts";
import { scheduleOf } from "#modules/workshops/queries.ts";
import {
  formOfRegistration,
  type Refusal,
  RegistrationFields,
  Told,
} from "#modules/workshops/registrations/views.tsx";
import type {
  Workshop,
  WorkshopPhase,
  WorkshopRegistration,
  WorkshopTable,
} from "#modules/workshops/schema.ts";
import { whenInWords } from "#modules/workshops/views.tsx";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { DateList } from "#ui/dates.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type ListProps = { readonly ctx: Context; readonly workshops: readonly Workshop[] };

/** All workshops that the town was told of. */
export const ListPage = ({ ctx, workshops }: ListProps) => {
  const words = say(ctx);
  const isAhead = ({ state }: Workshop) => state === "announced" || state === "running";
  const listed = (rows: readonly Workshop[]) => (
    <DateList
      ctx={ctx}
      events={rows.map((row) => ({
        when: row.startsAt,
        title: row.title,
        href: paths.show(row.slug),
        text: [time(ctx, row.startsAt, row.endsAt), row.whereText].filter(Boolean).join(" · "),
      }))}
    />
  );
  const ahead = workshops.filter(isAhead).toReversed();
  const past = workshops.filter((row) => !isAhead(row));
  return (
    <Stack>
      <Title heading={words("heading")} lead={words("lead")} />
      {workshops.length === 0 && <Empty heading={words("none")} />}
      {ahead.length > 0 && (
        <Section id="demnaechst" heading={words("ahead")}>
          {listed(ahead)}
        </Section>
      )}
      {past.length > 0 && (
        <Section id="bisher" heading={words("past")}>
          {listed(past)}
        </Section>
      )}
    </Stack>
  );
};

export type ShowProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly phases: readonly WorkshopPhase[];
  readonly tables: readonly WorkshopTable[];
  readonly free: number;
  readonly own: WorkshopRegistration | undefined;
  readonly person: { readonly name: string; readonly email: string } | undefined;
  readonly form?: Filled | undefined;
  readonly refusal?: Refusal | undefined;
  readonly notice?: string | undefined;
};

const Day = ({ ctx, workshop, phases }: ShowProps) => {
  const words = say(ctx);
  if (phases.length === 0) return null;
  return (
    <Section id="ablauf" heading={words("day")}>
      <Table
        id="teile"
        caption={dayLong(ctx, workshop.startsAt)}
        columns={[
          {
            heading: words("part"),
            cell: ({ title, question }) => (
              <>
                {title}
                {question && <span class="al-soft"> {question}</span>}
              </>
            ),
          },
          { heading: words("from"), cell: (row) => time(ctx, row.startsAt, row.endsAt) },
        ]}
        rows={scheduleOf(workshop, phases)}
      />
    </Section>
  );
};

const Tables = ({ ctx, workshop, tables }: ShowProps) =>
  tables.length === 0 ? null : (
    <Section id="tische" heading={say(ctx)("tables")}>
      {workshop.state === "announced" && <p>{say(ctx)("tablesLead")}</p>}
      <ItemList
        items={tables.map(({ title, question, hostName }) => ({
          title,
          text: [question, hostName && say(ctx)("host", { name: hostName })].filter(Boolean).join(" · "),
        }))}
      />
    </Section>
  );

const Register = (props: ShowProps) => {
  const { ctx, formKey, workshop, tables, free, own, person, form } = props;
  const words = say(ctx);
  if (own)
    return <Notice ctx={ctx} heading={words(own.state === "waiting" ? "alreadyWaiting" : "already")} />;
  return (
    <Section
      id="anmelden"
      heading={words("register")}
      aside={free > 0 ? words("seats", { n: free }) : words("noSeats")}
    >
      <p>{words("registerLead")}</p>
      <Form
        ctx={ctx}
        action={paths.registrations(workshop.slug)}
        formKey={formKey}
        form={form}
        submit={words(free > 0 ? "registerSubmit" : "waitSubmit")}
        next={`${words("registerNext")} ${ctx.place.officePhone && words("byPhone", { phone: ctx.place.officePhone })}`}
      >
        <RegistrationFields ctx={ctx} tables={tables} person={person} />
      </Form>
    </Section>
  );
};

const Standing = ({ ctx, workshop }: ShowProps) => {
  const words = say(ctx);
  const { slug, state, correctUntil } = workshop;
  if (state === "draft" || state === "announced") return null;
  const day = correctUntil ? dayWithYear(ctx, correctUntil) : "";
  return (
    <Notice
      ctx={ctx}
      kind={state === "canceled" ? "warning" : "info"}
      heading={words(`stateLine_${state}`, { day })}
    >
      <Actions>
        {state === "running" && <ButtonLink href={paths.hall(slug)}>{words("hall")}</ButtonLink>}
        {state === "correcting" && (
          <ButtonLink href={paths.corrections(slug)}>{words("corrections")}</ButtonLink>
        )}
        {state === "finished" && <ButtonLink href={paths.report(slug)}>{words("report")}</ButtonLink>}
      </Actions>
    </Notice>
  );
};

/** The invitation: the question, the day, the tables, and the way to a seat. */
export const ShowPage = (props: ShowProps) => {
  const { ctx, workshop } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={workshop.title} kind={words("heading")} lead={workshop.question} />
      <Standing {...props} />
      <Told {...props} />
      {workshop.words && <p class="al-lines">{workshop.words}</p>}
      <Pairs
        pairs={[
          [words("when"), whenInWords(ctx, workshop)],
          [words("where"), workshop.whereText],
          [words("access"), workshop.accessWords],
          [words("who"), words("whoText")],
        ]}
      />
      <Day {...props} />
      <Tables {...props} />
      {workshop.state === "announced" && <Register {...props} />}
    </Stack>
  );
};

type OwnProps = Pick<ShowProps, "ctx" | "formKey" | "workshop" | "tables" | "form" | "refusal" | "notice"> & {
  readonly row: WorkshopRegistration;
  readonly token: string;
};

const ownNotices = ["gespeichert", "angemeldet", "abgesagt"] as const;
const ownStates = { registered: "ownRegistered", waiting: "ownWaiting", canceled: "ownCanceled" } as const;

/** What the link of a letter opens: one's own registration, to be changed or canceled. */
export const OwnPage = ({ ctx, formKey, workshop, tables, row, token, form, refusal, notice }: OwnProps) => {
  const words = say(ctx);
  const action = paths.registration(workshop.slug, token);
  const known = ownNotices.find((one) => one === notice);
  return (
    <Stack>
      <Title
        heading={words("own")}
        lead={words("ownLead", { title: workshop.title, when: whenInWords(ctx, workshop) })}
      />
      {known && <Notice ctx={ctx} kind="success" heading={words(`notice_${known}`)} />}
      <Told ctx={ctx} refusal={refusal} />
      <p>
        <State kind={row.state === "registered" ? "yes" : row.state === "waiting" ? "wait" : "no"}>
          {words(ownStates[row.state])}
        </State>
      </p>
      {row.state !== "canceled" && (
        <>
          <Form
            ctx={ctx}
            action={action}
            formKey={formKey}
            form={form ?? formOfRegistration(row)}
            submit={words("save")}
            quiet
          >
            <RegistrationFields ctx={ctx} tables={tables} />
          </Form>
          <p>{words("cancelLead")}</p>
          <ActionForm
            action={action}
            formKey={`${formKey}c`}
            values={{ was: "cancel" }}
            label={words("cancel")}
            kind="secondary"
          />
        </>
      )}
      <p>
        <a href={paths.show(workshop.slug)}>{words("toWorkshop")}</a>
      </p>
    </Stack>
  );
};
