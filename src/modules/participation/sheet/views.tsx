import type { Context } from "#core/context.ts";
import { money } from "#core/number.ts";
import type { BallotRule } from "#methods/ballot.ts";
import { mostMarks, pointsOf } from "#methods/ballot-paper.ts";
import { say } from "#modules/participation/polling/messages.ts";
import { choiceField, fieldOf } from "#modules/participation/polling/queries.ts";
import type { BallotOption } from "#modules/participation/schema.ts";
import { CheckboxGroup, type Option, RadioGroup, Select } from "#ui/choices.tsx";
import { NumberField } from "#ui/fields.tsx";

type Props = { readonly ctx: Context; readonly rule: BallotRule; readonly rows: readonly BallotOption[] };

const aboutOf = (ctx: Context, { words, costCents }: BallotOption) =>
  costCents === null
    ? words
    : [say(ctx)("costs", { amount: money(ctx, costCents) }), words].filter(Boolean).join(". ");

const choicesOf = ({ ctx, rows }: Props): readonly Option[] =>
  rows.map((row) => ({ value: row.key, label: row.title, hint: aboutOf(ctx, row) || undefined }));

const Approval = (props: Props) => {
  const { ctx, rule } = props;
  const most = mostMarks(rule);
  const words = say(ctx);
  return (
    <div data-polling="marks" data-most={most ?? 0}>
      <CheckboxGroup
        name={choiceField}
        label={words("markLabel")}
        hint={most ? words("markMost", { n: most }) : undefined}
        options={choicesOf(props)}
      />
    </div>
  );
};

const Points = ({ ctx, rule, rows }: Props) => {
  const words = say(ctx);
  const { all } = pointsOf(rule) ?? { all: 0 };
  return (
    <div
      class="al-stack"
      data-polling="points"
      data-most={all}
      data-words={words("pointsSum", { given: "#", all })}
    >
      {rows.map((row) => (
        <NumberField
          name={fieldOf(row.key)}
          label={
            <>
              <span class="al-hidden">{words("pointsFor")} </span>
              {row.title}
            </>
          }
          hint={aboutOf(ctx, row) || undefined}
          optional
        />
      ))}
      <p role="status" data-sum hidden />
    </div>
  );
};

const Ranking = ({ ctx, rows }: Props) => {
  const words = say(ctx);
  const places = rows.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <div class="al-stack">
      {rows.map((row) => (
        <Select
          name={fieldOf(row.key)}
          label={
            <>
              <span class="al-hidden">{words("placeOf")} </span>
              {row.title}
            </>
          }
          hint={aboutOf(ctx, row) || undefined}
          options={places}
          blank={words("noPlace")}
          optional
        />
      ))}
    </div>
  );
};

const Resistance = ({ ctx, rows }: Props) => {
  const words = say(ctx);
  const scale: readonly Option[] = [
    { value: "", label: words("unrated") },
    ...Array.from({ length: 11 }, (_, mark) => ({ value: String(mark), label: String(mark) })),
  ];
  const ends = `${words("resistanceLow")}, ${words("resistanceHigh")}.`;
  return (
    <>
      {rows.map((row) => (
        <RadioGroup
          name={fieldOf(row.key)}
          label={row.title}
          hint={[aboutOf(ctx, row), ends].filter(Boolean).join(" ")}
          options={scale}
          value=""
          row
          optional
        />
      ))}
    </>
  );
};

/** What one fills in, by the kind of the sheet. Everything may be left empty. */
export const SheetFields = (props: Props) => {
  switch (props.rule.paper) {
    case "yesNo":
      return (
        <RadioGroup name={choiceField} label={say(props.ctx)("choose")} options={choicesOf(props)} optional />
      );
    case "approval":
      return <Approval {...props} />;
    case "points":
      return <Points {...props} />;
    case "ranking":
      return <Ranking {...props} />;
    case "resistance":
      return <Resistance {...props} />;
  }
};
