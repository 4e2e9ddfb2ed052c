import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { countingWords } from "#methods/pabulib-writing.ts";
import { fileNames } from "#modules/participation/ballot-exports/queries.ts";
import { Files } from "#modules/participation/ballot-exports/views.tsx";
import { ruleOf } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Props = { readonly ctx: Context; readonly ballot: Ballot };

const spoken = [
  "yes",
  "no",
  "loaded",
  "sealed",
  "broken",
  "winners",
  "nobody",
  "same",
  "differs",
  "unreadable",
  "away",
  "own",
  "empty",
  "ownNone",
] as const;

/** The sentences of the script, with their places still to be filled. */
const wordsOf = (ctx: Context): string => {
  const words = say(ctx);
  const open = { n: "{n}", names: "{names}", ms: "{ms}", at: "{at}", receipt: "{receipt}", marks: "{marks}" };
  return JSON.stringify(Object.fromEntries(spoken.map((key) => [key, words(key, open)])));
};

const OwnSheet = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <form class="al-form" data-own>
      <div class="al-field">
        <label for="quittung">{words("receipt")}</label>
        <p class="al-soft al-small" id="quittung-hinweis">
          {words("receiptHint")}
        </p>
        <input id="quittung" name="quittung" maxLength={60} aria-describedby="quittung-hinweis" />
      </div>
      <button class="kern-btn kern-btn--secondary" type="submit">
        <span class="kern-label">{words("find")}</span>
      </button>
      <p role="status" data-own-answer></p>
    </form>
  );
};

const Without = ({ ctx, ballot }: Props) => {
  const words = say(ctx);
  const check = `anlaufstelle tally check ${ballot.slug}-${fileNames.json}`;
  const pb = countingWords(ruleOf(ballot), `${ballot.slug}-${fileNames.pb}`);
  return (
    <Section id="ohne" heading={words("without")}>
      <ol class="al-time">
        <li>
          <a href={paths.ballotData(ballot.slug, fileNames.json)}>{words("step1")}</a>
        </li>
        <li>{words("step2")}</li>
        <li>
          {words("step3")} <code class="al-code">{check}</code>
        </li>
        {pb && (
          <li>
            {words("stepPb")} <code class="al-code">anlaufstelle {pb}</code>
          </li>
        )}
      </ol>
    </Section>
  );
};

/** A published ballot, counted again by the reader: in the browser, or with a program of their own. */
export const RecountView = ({ ctx, ballot }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={ballot.title} heading={words("heading")} lead={words("lead")} />
      <Section id="geraet" heading={words("device")} space="none">
        <div
          class="al-stack"
          data-recount
          data-file={paths.ballotData(ballot.slug, fileNames.json)}
          data-result={paths.ballotData(ballot.slug, fileNames.result)}
          data-words={wordsOf(ctx)}
        >
          <p data-needs>{words("needsScript")}</p>
          <div data-place hidden>
            <button class="kern-btn kern-btn--primary" type="button" data-begin>
              <span class="kern-label">{words("begin")}</span>
            </button>
          </div>
          <div role="status">
            <ol class="al-stack" data-steps></ol>
          </div>
          <div data-own-place hidden>
            <OwnSheet ctx={ctx} />
          </div>
        </div>
      </Section>
      <Section id="siegel" heading={words("seal")}>
        <Stack>
          <p>
            <code>{ballot.seal}</code>
          </p>
          <p>{words("sealText")}</p>
        </Stack>
      </Section>
      <Without ctx={ctx} ballot={ballot} />
      <Files ctx={ctx} ballot={ballot} />
    </>
  );
};

/** Before the result there is nothing to count. */
export const NothingYetView = ({ ctx, ballot }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={ballot.title} heading={words("heading")} />
      <Empty heading={words("notYet")}>
        <p>{words("notYetText")}</p>
        <p>
          <a href={paths.ballot(ballot.slug)}>{words("toBallot")}</a>
        </p>
      </Empty>
    </>
  );
};

type CheckProps = { readonly ctx: Context; readonly form: Filled; readonly missed: boolean };

/** A receipt of no published ballot: compare the signs and try again. */
export const CheckView = ({ ctx, form, missed }: CheckProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("check")} lead={words("checkLead")} />
      {missed && (
        <Notice ctx={ctx} kind="warning" heading={words("checkNone")}>
          <p>{words("checkNoneText")}</p>
        </Notice>
      )}
      <Form ctx={ctx} action="/pruefen" method="get" submit={words("find")} form={form}>
        <TextField name="quittung" label={words("receipt")} hint={words("receiptHint")} maximum={60} />
      </Form>
    </>
  );
};
