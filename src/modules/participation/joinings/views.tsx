import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import { sideName } from "#modules/participation/vocabulary.ts";
import { Fieldset } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { HiddenField, NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More, Section } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { mostResults } from "./commands.ts";
import { say } from "./messages.ts";
import type { JoinedProposal, JoiningRow, OriginReason } from "./queries.ts";

type Props = { readonly ctx: Context };

/** How far a joining is. */
export const JoiningState = ({ ctx, joining }: Props & { readonly joining: JoiningRow }) => {
  const words = say(ctx);
  const { state, agreed, asked, settledAt, madeAt } = joining;
  if (state === "asked") return <State kind="wait">{words("state_asked", { agreed, asked })}</State>;
  if (state === "done")
    return <State kind="yes">{words("state_done", { day: dayWithYear(ctx, settledAt ?? madeAt) })}</State>;
  return <State kind="no">{words(`state_${state}`)}</State>;
};

type ListProps = Props & { readonly slug: string; readonly proposals: readonly JoinedProposal[] };

/** The proposals at one end of a joining, each with its number. */
export const ProposalLinks = ({ slug, proposals }: ListProps) => (
  <ItemList
    items={proposals.map(({ number, title }) => ({
      title: `${number} · ${title}`,
      href: paths.proposal(slug, number),
    }))}
  />
);

type PlaceProps = Props & {
  readonly slug: string;
  readonly proposal: JoinedProposal["id"];
  readonly joinings: readonly JoiningRow[];
};

/** On the page of a proposal: what it came of, what it became, and whether its authors are being asked. */
export const JoiningsOf = ({ ctx, slug, proposal, joinings }: PlaceProps) => {
  const words = say(ctx);
  return (
    <>
      {joinings.map((joining) => {
        const came = joining.proposals.some(({ id, role }) => id === proposal && role === "to");
        const heading = joining.state === "asked" ? "askedHeading" : came ? "originHeading" : "intoHeading";
        const shown = joining.proposals.filter(
          ({ role, id }) => id !== proposal && role === (came || joining.state === "asked" ? "from" : "to"),
        );
        return (
          <Section
            id={`zusammen-${joining.id}`}
            heading={words(heading)}
            link={{ href: paths.joining(slug, joining.id), label: words("showJoining") }}
          >
            <JoiningState ctx={ctx} joining={joining} />
            <ProposalLinks ctx={ctx} slug={slug} proposals={shown} />
          </Section>
        );
      })}
    </>
  );
};

/** The reasons that were given to what a proposal came of. */
export const OriginReasons = ({ ctx, reasons }: Props & { readonly reasons: readonly OriginReason[] }) =>
  reasons.length === 0 ? null : (
    <More summary={say(ctx)("originReasons")}>
      <ItemList
        items={reasons.map(({ side, words, number, authorWords }) => ({
          title: words,
          kind: `${sideName(ctx, side)}, ${say(ctx)("reasonFrom", { number })}`,
          text: authorWords,
        }))}
      />
    </More>
  );

const Result = ({ ctx, n, several }: Props & { readonly n: number; readonly several: boolean }) => {
  const words = say(ctx);
  const optional = n > 2;
  return (
    <Fieldset
      legend={several ? words("resultN", { n }) : words("result")}
      hint={optional ? words("resultOptional") : undefined}
    >
      <TextField name={`titel${n}`} label={words("title")} maximum={200} optional={optional} />
      <TextArea name={`worte${n}`} label={words("text")} rows={5} maximum={8_000} optional={optional} />
      <NumberField
        name={`kosten${n}`}
        label={words("cost")}
        hint={words("costHint")}
        width="medium"
        decimal
        optional
      />
    </Fieldset>
  );
};

type FormProps = Props & {
  readonly formKey: string;
  readonly action: string;
  readonly kind: "merge" | "split";
  readonly form: Filled;
};

/** The form with which somebody proposes to join proposals, or to split one. */
export const JoiningForm = ({ ctx, formKey, action, kind, form }: FormProps) => {
  const words = say(ctx);
  const several = kind === "split";
  return (
    <Form
      ctx={ctx}
      formKey={formKey}
      action={action}
      submit={words("propose")}
      form={form}
      next={words("next")}
    >
      <HiddenField name="art" value={kind} />
      <TextField
        name="nummern"
        label={words(several ? "numberOne" : "numbers")}
        hint={several ? undefined : words("numbersHint")}
        maximum={100}
      />
      {Array.from({ length: several ? mostResults : 1 }, (_, index) => (
        <Result ctx={ctx} n={index + 1} several={several} />
      ))}
      <TextArea name="grund" label={words("reason")} hint={words("reasonHint")} rows={3} maximum={1_000} />
    </Form>
  );
};
