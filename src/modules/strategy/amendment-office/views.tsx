import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { stepsFor } from "#modules/strategy/amendments/commands.ts";
import { say as sayAmendment } from "#modules/strategy/amendments/messages.ts";
import { type AmendmentRow, authorOf } from "#modules/strategy/amendments/queries.ts";
import { AmendmentState, AmendmentTable, Author, ChangeShown } from "#modules/strategy/amendments/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { say as sayRefinement } from "#modules/strategy/refinements/messages.ts";
import { Taking } from "#modules/strategy/refinements/views.tsx";
import { recommendationName, recommendations } from "#modules/strategy/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { options, RadioGroup } from "#ui/choices.tsx";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

/** What the office can do with an amendment. */
export const steps = ["publish", "recommend", "accept", "declined", "hidden"] as const;

type Base = { readonly ctx: Context };

const Rows = ({ ctx, rows }: Base & { rows: readonly AmendmentRow[] }) => (
  <ItemList
    items={rows.map((row) => ({
      title: sayAmendment(ctx)("number", row),
      href: paths.officeAmendment(row.id),
      kind: `${row.version} · ${authorOf(ctx, row)} · ${dayWithYear(ctx, row.madeAt)}`,
      text: row.reason.length > 160 ? `${row.reason.slice(0, 159)}…` : row.reason,
      end: <AmendmentState ctx={ctx} state={row.state} />,
    }))}
  />
);

/** What waits to be read first, then what is to be weighed, then the rest. */
export const ListView = ({ ctx, rows }: Base & { rows: readonly AmendmentRow[] }) => {
  const words = say(ctx);
  const unread = rows
    .filter(({ state }) => state === "submitted")
    .toSorted((one, other) => one.number - other.number);
  const open = rows.filter(({ state }) => state === "open" || state === "review");
  const rest = rows.filter((row) => !unread.includes(row) && !open.includes(row));
  return (
    <Stack wide>
      <Title heading={sayAmendment(ctx)("heading")} lead={words("lead")}>
        <p class="al-actions">
          <a href={paths.amendments}>{words("toPublic")}</a>
        </p>
      </Title>
      <Section id="lesen" heading={words("unread")}>
        {unread.length > 0 && <p>{words("unreadText")}</p>}
        {unread.length === 0 ? <p class="al-soft">{words("none")}</p> : <Rows ctx={ctx} rows={unread} />}
      </Section>
      <Section id="abwaegen" heading={words("weigh")}>
        {open.length === 0 ? <p class="al-soft">{words("none")}</p> : <Rows ctx={ctx} rows={open} />}
      </Section>
      {rest.length > 0 && (
        <Section id="entschieden" heading={words("rest")}>
          <Rows ctx={ctx} rows={rest} />
        </Section>
      )}
    </Stack>
  );
};

type OneProps = Base & {
  readonly formKey: string;
  readonly row: AmendmentRow;
  readonly collisions: readonly AmendmentRow[];
  readonly notice?: (typeof steps)[number] | undefined;
  readonly refusal?: string | undefined;
  readonly deciding?: Filled | undefined;
  readonly recommending?: Filled | undefined;
};

const Recommending = ({ ctx, formKey, row, recommending }: OneProps) => {
  const words = say(ctx);
  return (
    <Section id="empfehlung" heading={words("recommend")}>
      <p>{words("recommendText")}</p>
      <Form
        ctx={ctx}
        id="e"
        action={paths.officeAmendment(row.id)}
        formKey={formKey}
        submit={words("recommendNow")}
        form={recommending}
        quiet
      >
        <HiddenField name="step" value="recommend" />
        <RadioGroup
          name="recommendation"
          label={words("recommend")}
          options={options(recommendations, (code) => recommendationName(ctx, code))}
          value={row.recommendation ?? undefined}
        />
        <TextArea
          name="words"
          label={words("words")}
          hint={words("wordsHint")}
          maximum={4_000}
          value={row.recommendationWords}
        />
      </Form>
    </Section>
  );
};

const Deciding = ({ ctx, formKey, row, deciding }: OneProps) => {
  const words = say(ctx);
  const can = stepsFor(row);
  const decisions = [
    ...(can.accept ? (["accept"] as const) : []),
    ...(can.decline ? (["declined"] as const) : []),
    ...(can.hide ? (["hidden"] as const) : []),
  ];
  if (decisions.length === 0) return can.publish ? null : <p>{words("over")}</p>;
  return (
    <Section id="entscheidung" heading={words("decide")}>
      {can.accept && <p>{row.amendsId ? sayRefinement(ctx)("takeText") : words("decideText")}</p>}
      <Form
        ctx={ctx}
        id="d"
        action={paths.officeAmendment(row.id)}
        formKey={formKey}
        submit={words("decideNow")}
        form={deciding}
        quiet={can.publish}
      >
        <RadioGroup
          name="step"
          label={words("decision")}
          options={options(decisions, (code) =>
            code === "accept" && row.amendsId ? sayRefinement(ctx)("take") : words(code),
          )}
        />
        <TextArea name="words" label={words("words")} hint={words("wordsHint")} maximum={4_000} />
      </Form>
    </Section>
  );
};

/** One amendment in the hand of the office: what changes, what it collides with, and what becomes of it. */
export const OneView = (props: OneProps) => {
  const { ctx, formKey, row, collisions, notice, refusal } = props;
  const [words, shared] = [say(ctx), sayAmendment(ctx)];
  const can = stepsFor(row);
  return (
    <Stack wide>
      <Title
        kind={row.version}
        heading={shared("number", row)}
        lead={<AmendmentState ctx={ctx} state={row.state} />}
      >
        <p>
          <Author ctx={ctx} row={row} /> · {dayWithYear(ctx, row.madeAt)}
        </p>
        {row.stateWords && <p>{row.stateWords}</p>}
        <p class="al-actions">
          <a href={paths.amendment(row.number)}>{words("toPublic")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Section id="aenderung" heading={shared("change")}>
        <ChangeShown ctx={ctx} row={row} />
        <Taking ctx={ctx} formKey="" row={row} may={false} />
      </Section>
      <Section id="warum" heading={shared("reason")}>
        <p>{row.reason}</p>
      </Section>
      {collisions.length > 0 && (
        <Section id="kollision" heading={shared("collisions")}>
          <p>{shared("collisionsText")}</p>
          <AmendmentTable ctx={ctx} rows={collisions} id="kollisionen" caption={shared("collisionsTable")} />
        </Section>
      )}
      {can.publish && (
        <Stack>
          <p>{words("publishText")}</p>
          <ActionForm
            action={paths.officeAmendment(row.id)}
            values={{ step: "publish" }}
            label={words(row.state === "hidden" ? "republish" : "publish")}
            formKey={formKey}
            kind="primary"
          />
        </Stack>
      )}
      {can.recommend && <Recommending {...props} />}
      <Deciding {...props} />
    </Stack>
  );
};
