import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import type { AmendmentRow } from "#modules/strategy/amendments/queries.ts";
import { say as sayPackage } from "#modules/strategy/package/messages.ts";
import { StanceTable } from "#modules/strategy/package/views.tsx";
import { type EndRefusal, endStates, type PackageRefusal } from "#modules/strategy/packages/commands.ts";
import type { Obstacles, PackageRow, StanceRow } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import type { VersionRow } from "#modules/strategy/texts/queries.ts";
import { packageStateName } from "#modules/strategy/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup, options, RadioGroup } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import type { ReminderRefusal } from "./commands.ts";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

/** All packages of the text. */
export const ListView = ({ ctx, packages }: Base & { packages: readonly PackageRow[] }) => (
  <Stack wide>
    <Title heading={sayPackage(ctx)("heading")} lead={say(ctx)("lead")}>
      <p class="al-actions">
        <ButtonLink href={paths.addPackage}>{say(ctx)("add")}</ButtonLink>
      </p>
    </Title>
    {packages.length === 0 ? (
      <Empty heading={sayPackage(ctx)("none")} />
    ) : (
      <ItemList
        items={packages.map(({ id, number, title, state, version }) => ({
          title,
          href: paths.officePackage(id),
          kind: `${sayPackage(ctx)("number", { number })} · ${version}`,
          end: packageStateName(ctx, state),
        }))}
      />
    )}
  </Stack>
);

type NewProps = Base & {
  readonly formKey: string;
  readonly version: VersionRow | undefined;
  readonly amendments: readonly AmendmentRow[];
  /** How many are open, but in a package already. */
  readonly elsewhere: number;
  readonly form?: Filled | undefined;
  readonly refusal?: PackageRefusal | undefined;
};

/** The form in which amendments are tied together. */
export const NewView = ({ ctx, formKey, version, amendments, elsewhere, form, refusal }: NewProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={version?.title} heading={words("add")} lead={words("lead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {!version && <p>{words("closed")}</p>}
      {version && amendments.length < 2 && <p>{words("few")}</p>}
      {elsewhere > 0 && <p class="al-soft">{words("inPackages", { n: elsewhere })}</p>}
      {version && amendments.length >= 2 && (
        <Form ctx={ctx} action={paths.addPackage} formKey={formKey} submit={words("addNow")} form={form}>
          <TextField name="title" label={words("title")} maximum={200} />
          <TextArea name="words" label={words("words")} maximum={6_000} />
          <CheckboxGroup
            name="amendments"
            label={words("amendments")}
            options={amendments.map(({ id, number, reason }) => ({
              value: id,
              label: words("one", { number, reason: reason.slice(0, 120) }),
            }))}
          />
        </Form>
      )}
    </Stack>
  );
};

type OneProps = Base & {
  readonly formKey: string;
  readonly row: PackageRow;
  readonly seats: readonly SeatRow[];
  readonly stances: readonly StanceRow[];
  readonly obstacles: Obstacles | undefined;
  readonly notice?: "neu" | "ende" | "erinnert" | undefined;
  readonly form?: Filled | undefined;
  readonly refusal?: EndRefusal | ReminderRefusal | undefined;
};

const Ending = ({ ctx, formKey, row, form }: OneProps) => {
  const words = say(ctx);
  return (
    <Section id="ende" heading={words("end")}>
      <p>{words("endText")}</p>
      <Form
        ctx={ctx}
        action={paths.officePackage(row.id)}
        formKey={formKey}
        submit={words("endNow")}
        form={form}
      >
        <RadioGroup
          name="state"
          label={words("state")}
          options={options(endStates, (code) => packageStateName(ctx, code))}
        />
        <TextArea name="words" label={words("reason")} maximum={4_000} />
      </Form>
    </Section>
  );
};

const Hindrances = ({ ctx, obstacles }: OneProps) => {
  const words = say(ctx);
  if (!obstacles) return null;
  const { colliding, missing } = obstacles;
  const numbers = colliding.map((number) => sayPackage(ctx)("offer_amendment", { number })).join(", ");
  return (
    <>
      {missing > 0 && <Notice ctx={ctx} kind="warning" heading={words("missing", { n: missing })} />}
      {numbers && <Notice ctx={ctx} kind="warning" heading={words("collides", { numbers })} />}
    </>
  );
};

/** One package in the hand of the office: who has said what, who has not, and how it ends. */
export const OneView = (props: OneProps) => {
  const { ctx, row, seats, stances, notice, refusal } = props;
  const words = say(ctx);
  const heard = new Set<string>(stances.map(({ seatId }) => seatId));
  const silent = seats.filter(({ id }) => !heard.has(id)).map(({ title }) => title);
  const open = row.state === "open";
  return (
    <Stack wide>
      <Title
        kind={sayPackage(ctx)("number", row)}
        heading={row.title}
        lead={packageStateName(ctx, row.state)}
      >
        <p>{row.words}</p>
        {row.stateWords && <p>{row.stateWords}</p>}
        <p class="al-actions">
          <a href={paths.package(row.number)}>{words("toPublic")}</a>
          {open && <a href={paths.packageStance(row.number)}>{words("toStance")}</a>}
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Hindrances {...props} />
      <Section id="sitze" heading={sayPackage(ctx)("said")}>
        <StanceTable ctx={ctx} stances={stances} />
        {open && (
          <p>{silent.length > 0 ? words("silent", { seats: silent.join(", ") }) : words("allSaid")}</p>
        )}
        {open && silent.length > 0 && (
          <ActionForm
            action={paths.remindSeats(row.id)}
            formKey={`${props.formKey}-e`}
            label={words("remind")}
            kind="secondary"
          />
        )}
      </Section>
      {open && <Ending {...props} />}
    </Stack>
  );
};
