import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { paths as people } from "#modules/people/paths.ts";
import type { Person } from "#modules/people/schema.ts";
import { paths } from "#modules/placements/paths.ts";
import type { ProposalRefusal } from "#modules/placements/referrals/commands.ts";
import { DataBoxes } from "#modules/placements/releases/views.tsx";
import { notedWays } from "#modules/placements/vocabulary.ts";
import { RadioGroup } from "#ui/choices.tsx";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type ProposalProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly person: Person;
  readonly offer: WholeOpportunity;
  readonly form?: Filled | undefined;
  readonly refusal?: ProposalRefusal | undefined;
};

const howOptions = (ctx: Context, { email }: Person) => {
  const words = say(ctx);
  return [
    ...notedWays.map((way) => ({ value: way as string, label: words(`how_${way}`) })),
    ...(email ? [{ value: "link", label: words("how_link", { email }) }] : []),
    { value: "later", label: words("how_later"), hint: words("how_laterHint") },
  ];
};

/** One offer for one person: what may be passed on, and how we know; one button does the rest. */
export const ProposalPage = ({ ctx, formKey, person, offer, form, refusal }: ProposalProps) => {
  const words = say(ctx);
  const facts = { name: person.name, organization: offer.organization };
  return (
    <Stack wide>
      <Title heading={words("heading", { title: offer.title })} lead={words("proposeLead", facts)} />
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)}>
          <a href={people.edit(person.id)}>{words("editPerson")}</a>
        </Notice>
      )}
      <Form
        ctx={ctx}
        action={paths.propose(person.id)}
        formKey={formKey}
        form={form}
        submit={words("propose")}
        next={words("proposeNext", facts)}
        cancel={{ href: paths.file(person.id), label: words("toFile") }}
      >
        <HiddenField name="angebot" value={offer.id} />
        <RadioGroup name="weg" label={words("how")} options={howOptions(ctx, person)} value="counter" />
        <DataBoxes ctx={ctx} person={person} />
        <TextArea
          name="notiz"
          label={words("note")}
          hint={words("noteHint")}
          rows={2}
          maximum={1_000}
          optional
        />
        <TextArea
          name="worte"
          label={words("proposeWords")}
          hint={words("proposeWordsHint", facts)}
          rows={2}
          maximum={2_000}
          optional
        />
      </Form>
    </Stack>
  );
};
