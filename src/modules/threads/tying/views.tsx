import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/threads/paths.ts";
import { type Called, keyOf, type listKinds, type Threads, type Tied } from "#modules/threads/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

export type Search = { readonly words: string; readonly kind: string };
export type Refusal = "same" | "tied" | "otherWay";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly thing: Called;
  readonly threads: Threads;
  readonly kinds: ReturnType<typeof listKinds>;
  readonly search: Search;
  readonly results: readonly Called[] | undefined;
  readonly form?: Filled | undefined;
  readonly refusal?: Refusal | undefined;
  readonly notice?: "geknuepft" | "geloest" | undefined;
};

const TiedSoFar = ({ ctx, formKey, thing, threads }: Props) => {
  const words = say(ctx);
  const row = (way: string) => (tied: Tied) => ({
    title: tied.title,
    href: tied.path,
    kind: `${tied.noun} · ${way}`,
    ...(tied.words ? { text: tied.words } : {}),
    end: (
      <ActionForm
        action={paths.untying(thing)}
        label={words("untie")}
        object={tied.title}
        formKey={`${formKey}-${tied.threadId}`}
        values={{ faden: tied.threadId }}
      />
    ),
  });
  const items = [...threads.from.map(row(words("toHere"))), ...threads.to.map(row(words("fromHere")))];
  return items.length > 0 ? <ItemList items={items} /> : <p class="al-soft">{words("none")}</p>;
};

const TieForm = ({ ctx, formKey, thing, search, results = [], form }: Props) => {
  const words = say(ctx);
  const { title } = thing;
  return (
    <Form
      ctx={ctx}
      action={paths.tying(thing)}
      submit={words("tie")}
      next={words("next")}
      formKey={formKey}
      form={form}
    >
      <HiddenField name="suche" value={search.words} />
      <HiddenField name="art" value={search.kind} />
      <RadioGroup
        name="ende"
        label={words("which")}
        options={results.map((one) => ({ value: keyOf(one), label: one.title, hint: one.noun }))}
      />
      <RadioGroup
        name="richtung"
        label={words("way")}
        options={[
          { value: "her", label: words("waySource", { title }) },
          { value: "hin", label: words("wayResult", { title }) },
        ]}
      />
      <TextArea name="worte" label={words("words")} hint={words("wordsHint")} rows={2} maximum={500} />
    </Form>
  );
};

/** The office says what led to a thing and what came of it. */
export const TyingView = (props: Props) => {
  const { ctx, thing, kinds, search, results, refusal, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={thing.noun} heading={words("heading", thing)} lead={words("lead")}>
        <p>
          <a href={thing.path}>{thing.title}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Section id="geknuepft" heading={words("tied")}>
        <TiedSoFar {...props} />
      </Section>
      <Section id="suche" heading={words("search")}>
        <Form
          ctx={ctx}
          method="get"
          id="s"
          action={paths.tying(thing)}
          submit={words("find")}
          quiet={results !== undefined && results.length > 0}
        >
          <Select
            name="art"
            label={words("searchKind")}
            blank={words("anything")}
            options={kinds.map(({ kind, noun }) => ({ value: kind, label: noun }))}
            value={search.kind}
            optional
          />
          <TextField name="suche" type="search" label={words("searchWords")} value={search.words} />
        </Form>
      </Section>
      {results !== undefined && (
        <Section id="gefunden" heading={words("found")}>
          {results.length > 0 ? (
            <TieForm {...props} />
          ) : (
            <Empty heading={words("nothing")}>
              <p>{words("nothingText")}</p>
            </Empty>
          )}
        </Section>
      )}
    </>
  );
};
