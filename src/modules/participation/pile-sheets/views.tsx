import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { BallotOption, BallotRule } from "#methods/ballot.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import { say } from "#modules/participation/piles/messages.ts";
import type { PileRow } from "#modules/participation/piles/queries.ts";
import { invalidReasons, reasonName } from "#modules/participation/piles/vocabulary.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { Checkbox, Fieldset, options as named, Select } from "#ui/choices.tsx";
import { HiddenField, NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { More, Stack } from "#ui/page.tsx";

type Base = { readonly ctx: Context; readonly ballot: Ballot; readonly formKey: string };

/** What stands on a sheet of this ballot. */
export type Sheet = { readonly rule: BallotRule; readonly options: readonly BallotOption[] };

const hints = { ranking: "hintRanking", points: "hintPoints", resistance: "hintResistance" } as const;

const Marks = ({ ctx, rule, options }: Sheet & { readonly ctx: Context }) => {
  const words = say(ctx);
  if (rule.paper === "yesNo")
    return <NumberField name="kreuze" label={words("crossesYesNo")} hint={words("hintYesNo")} />;
  if (rule.paper === "approval")
    return <TextField name="kreuze" label={words("crosses")} hint={words("hintCrosses")} width="medium" />;
  return (
    <Fieldset legend={words("marksHeading")} hint={words(hints[rule.paper])}>
      {options.map(({ title }, index) => (
        <NumberField name={`o${index + 1}`} label={words("numberOf", { n: index + 1, title })} optional />
      ))}
      <Checkbox name="leer" label={words("empty")} />
    </Fieldset>
  );
};

type LineProps = Base &
  Sheet & {
    readonly pile: PileRow;
    readonly at: { readonly counting: 1 | 2; readonly line: number };
    readonly isChange: boolean;
    readonly form?: Filled | undefined;
    readonly notice?: string | undefined;
  };

/** One sheet is typed; nothing here shows what the other counter read. */
export const LineView = (props: LineProps) => {
  const { ctx, ballot, formKey, pile, at, rule, options, isChange, form, notice } = props;
  const words = say(ctx);
  const name = at.counting === 1 ? pile.firstName : pile.secondName;
  return (
    <>
      <BallotTitle
        ctx={ctx}
        ballot={{ id: ballot.id, title: `${ballot.title} · ${words("pile", { n: pile.number })}` }}
        heading={words("lineHeading", { n: at.line, all: pile.sheets })}
        lead={words("lineLead", { name })}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      <Form
        ctx={ctx}
        action={paths.pile(ballot.id, pile.id)}
        submit={words(isChange ? "change" : "keep")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.piles(ballot.id), label: words("back") }}
      >
        <HiddenField name="zaehlung" value={String(at.counting)} />
        <HiddenField name="zeile" value={String(at.line)} />
        <TextField
          name="nummer"
          label={words("receipt")}
          hint={words("receiptHint")}
          maximum={20}
          width="medium"
          autocomplete="off"
          focus
        />
        <Marks ctx={ctx} rule={rule} options={options} />
        <Select
          name="grund"
          label={words("reason")}
          hint={words("reasonHint")}
          options={named(invalidReasons, (code) => reasonName(ctx, code))}
          blank={words("reasonBlank")}
          optional
        />
      </Form>
      {rule.paper === "approval" && (
        <More summary={words("list")}>
          <ol>
            {options.map(({ title }) => (
              <li>{title}</li>
            ))}
          </ol>
        </More>
      )}
      <Total {...props} form={undefined} />
    </>
  );
};

type TotalProps = Base & { readonly pile: PileRow; readonly form?: Filled | undefined };

/** What to do when the pile was counted wrong by hand, or begun by mistake. */
export const Total = ({ ctx, ballot, formKey, pile, form }: TotalProps) => {
  const words = say(ctx);
  return (
    <More summary={words("totalHeading")}>
      <Stack wide>
        <Form
          ctx={ctx}
          id="s"
          action={`${paths.pile(ballot.id, pile.id)}/summe`}
          submit={words("totalSet")}
          formKey={`${formKey}s`}
          form={form}
          quiet
        >
          <NumberField name="zettel" label={words("totalLabel")} value={String(pile.sheets)} />
        </Form>
        <ActionForm
          action={`${paths.pile(ballot.id, pile.id)}/aufloesung`}
          label={words("drop")}
          formKey={`${formKey}d`}
          kind="tertiary"
        />
        <p class="al-soft">{words("dropText")}</p>
      </Stack>
    </More>
  );
};
