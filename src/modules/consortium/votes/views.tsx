import type { Context } from "#core/context.ts";
import { paths } from "#modules/consortium/paths.ts";
import { choiceName } from "#modules/consortium/vocabulary.ts";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { HiddenField, NumberField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { VoteRow, VoterRow } from "./queries.ts";

type Base = { readonly ctx: Context };

/** A seat with its organization, unless its title names it. */
export const seatWords = (
  ctx: Context,
  { title, organization }: Pick<VoterRow, "title" | "organization">,
): string =>
  organization === null || title.includes(organization) ? title : say(ctx)("seatOf", { title, organization });

const saidWords = (ctx: Context, { choice, biased, present, marks }: VoterRow): string => {
  const words = say(ctx);
  if (biased) return words("biased");
  if (!present) return words("away");
  if (marks) return Object.values(marks).join(" · ");
  return choice === null ? words("nothing") : choiceName(ctx, choice);
};

/** What each seat said by name. */
export const VoterTable = ({
  ctx,
  id,
  voters,
}: Base & { readonly id: string; readonly voters: readonly VoterRow[] }) => {
  const words = say(ctx);
  return (
    <Table<VoterRow>
      id={id}
      caption={words("byName")}
      rows={voters}
      columns={[
        { heading: words("seat"), cell: (row) => seatWords(ctx, row) },
        { heading: words("said"), cell: (row) => saidWords(ctx, row) },
      ]}
    />
  );
};

/** The seats that may vote. */
export const asked = (voters: readonly VoterRow[]) =>
  voters.filter(({ present, biased }) => present && !biased);

type TypedProps = Base & {
  readonly formKey: string;
  readonly voters: readonly VoterRow[];
  readonly vote: VoteRow;
};

const choiceWords = (ctx: Context, method: VoteRow["method"]) => {
  const words = say(ctx);
  return method === "consent"
    ? { yes: words("consentYes"), no: words("consentNo"), abstain: words("consentAbstain") }
    : { yes: words("yes"), no: words("no"), abstain: words("abstain") };
};

/** By name, for those who sit there without a phone; who has spoken already stands there with it. */
export const NamedForm = ({ ctx, formKey, voters, vote }: TypedProps) => {
  const words = say(ctx);
  const names = choiceWords(ctx, vote.method);
  const choices = (["yes", "no", "abstain"] as const).map((value) => ({ value, label: names[value] }));
  return (
    <More summary={words("type")}>
      <Form
        ctx={ctx}
        id={`n-${vote.id}`}
        formKey={`${formKey}-n-${vote.id}`}
        action={paths.officeVote(vote.motionId, vote.id)}
        submit={words("keep")}
        quiet
      >
        <HiddenField name="was" value="stimmen" />
        {asked(voters).map((seat) => (
          <RadioGroup
            name={`sitz-${seat.seatId}`}
            label={seatWords(ctx, seat)}
            options={choices}
            value={seat.choice ?? undefined}
            row
            optional
          />
        ))}
      </Form>
    </More>
  );
};

/** How much a seat can bear of each option, typed by whoever runs the meeting. */
export const MarksForm = ({ ctx, formKey, voters, vote }: TypedProps) => {
  const words = say(ctx);
  return (
    <More summary={words("typeMarks")}>
      <Form
        ctx={ctx}
        id={`m-${vote.id}`}
        formKey={`${formKey}-m-${vote.id}`}
        action={paths.officeVote(vote.motionId, vote.id)}
        submit={words("keepMarks")}
        quiet
      >
        <HiddenField name="was" value="bewertung" />
        <Select
          name="seat"
          label={words("seat")}
          options={asked(voters).map((seat) => ({ value: seat.seatId, label: seatWords(ctx, seat) }))}
        />
        {vote.options.map(({ key, title }) => (
          <NumberField name={`option-${key}`} label={title} />
        ))}
      </Form>
    </More>
  );
};
