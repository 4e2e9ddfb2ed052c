import type { Context } from "#core/context.ts";
import { blank, type Filled } from "#core/input.ts";
import { say } from "#modules/participation/ballot-drafting/messages.ts";
import { linesFor } from "#modules/participation/ballot-drafting/queries.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { isOwn } from "#modules/participation/ballots/commands.ts";
import { ruleOf } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, BallotOption } from "#modules/participation/schema.ts";
import { Fieldset } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack } from "#ui/page.tsx";

type Base = { readonly ctx: Context };

type OptionsProps = Base & {
  readonly formKey: string;
  readonly ballot: Ballot;
  readonly options: readonly BallotOption[];
  readonly notice?: string | undefined;
  readonly problem?: string | undefined;
  readonly form?: Filled | undefined;
};

const Lines = ({ ctx, rows }: Base & { readonly rows: readonly BallotOption[] }) => (
  <>
    {Array.from({ length: linesFor(rows) }, (_, index) => (
      <Fieldset legend={say(ctx)("option", { n: index + 1 })}>
        <TextField
          name={`title.${index}`}
          label={say(ctx)("optionTitle")}
          value={rows[index]?.title}
          maximum={300}
          optional
        />
        <TextArea
          name={`words.${index}`}
          label={say(ctx)("optionWords")}
          value={rows[index]?.words}
          rows={2}
          maximum={2_000}
          optional
        />
      </Fieldset>
    ))}
  </>
);

const Lots = ({ ctx, ballot, formKey, form }: OptionsProps) => {
  const words = say(ctx);
  return (
    <Section id="los" heading={words("lotsHeading")}>
      <Stack>
        <p>{words("lotsText")}</p>
        {ballot.lotWords && <p>{words("drawn", { value: ballot.lotWords })}</p>}
        <Form
          ctx={ctx}
          id="los-form"
          action={`${paths.ballotOptions(ballot.id)}/los`}
          formKey={`${formKey}-los`}
          form={form ?? blank}
          submit={words("draw")}
          quiet
        >
          <TextField name="lots" label={words("lots")} hint={words("lotsHint")} maximum={1_000} />
        </Form>
      </Stack>
    </Section>
  );
};

/** What one can choose, line by line, and the draw of the list numbers. */
export const OptionsView = (props: OptionsProps) => {
  const { ctx, ballot, options: rows, formKey, notice, problem } = props;
  const words = say(ctx);
  const rule = ruleOf(ballot);
  const isMoney = rule.kind === "equalShares" || rule.kind === "greedy";
  const isWritten = ballot.state === "draft" && rule.kind !== "majority" && !isMoney;
  const own = rows.filter(({ key }) => isOwn(rule, key));
  const others = rows.filter(({ key }) => !isOwn(rule, key));
  const fixed = isWritten ? own : rows;
  return (
    <>
      <BallotTitle
        ctx={ctx}
        ballot={ballot}
        heading={words("optionsHeading")}
        lead={isWritten ? words("optionsLead") : undefined}
      />
      {notice === "auswahl" && <Notice ctx={ctx} kind="success" heading={words("keptOptions")} />}
      {notice === "los" && <Notice ctx={ctx} kind="success" heading={words("keptLots")} />}
      {notice === "gespeichert" && <Notice ctx={ctx} kind="success" heading={words("saved")} />}
      {problem && <Notice ctx={ctx} kind="warning" heading={problem} />}
      {ballot.state !== "draft" && <p>{words("frozen")}</p>}
      {rule.kind === "majority" && <p>{words("majorityOnly")}</p>}
      {isMoney && <p>{words("fundOnly")}</p>}
      {isWritten && (
        <Form
          ctx={ctx}
          action={paths.ballotOptions(ballot.id)}
          formKey={formKey}
          submit={words("keepOptions")}
        >
          <Lines ctx={ctx} rows={others} />
        </Form>
      )}
      {fixed.length > 0 && (
        <Section id="fest" heading={isWritten ? words("ownHeading") : words("optionsHeading")}>
          <div class="al-prose">
            <ol>
              {fixed.map(({ title, words: about }) => (
                <li>
                  {title}
                  {about && <span class="al-soft"> {about}</span>}
                </li>
              ))}
            </ol>
          </div>
        </Section>
      )}
      {ballot.state === "draft" && others.length > 1 && <Lots {...props} />}
    </>
  );
};
