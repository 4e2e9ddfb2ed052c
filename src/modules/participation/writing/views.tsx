import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { amountText } from "#core/number.ts";
import type { OwnOrganization } from "#modules/organizations/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { ProposalRefusal } from "#modules/participation/proposals/commands.ts";
import type { ProposalRow } from "#modules/participation/proposals/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { supportWords } from "#modules/participation/supports/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Asked = Pick<Process, "asksCost" | "asksPlace">;

/** "51,504 14,64": a point as it stands in its field, here that of the town. */
export const pointText = (latitude: number, longitude: number): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

/** The sentences of the fields that only this form knows. */
export const errorWords = (ctx: Context) => ({
  point: say(ctx)("invalid_point", { example: pointText(ctx.place.latitude, ctx.place.longitude) }),
});

/** A proposal as its form shows it. */
export const formOf = (ctx: Context, row: ProposalRow): Filled => {
  const { title, words, placeWords, latitude, longitude, costCents, costWords } = row;
  return filledWith({
    title,
    words,
    placeWords,
    point: latitude !== null && longitude !== null ? pointText(latitude, longitude) : null,
    cost: costCents === null ? null : amountText(ctx, costCents),
    costWords,
  });
};

/** The fields of what a proposal says; what the process does not ask is not there. */
export const WordsFields = ({ ctx, process }: { readonly ctx: Context; readonly process: Asked }) => {
  const words = say(ctx);
  const example = pointText(ctx.place.latitude, ctx.place.longitude);
  return (
    <>
      <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={120} />
      <TextArea name="words" label={words("words")} hint={words("wordsHint")} rows={7} maximum={6_000} />
      {process.asksPlace && (
        <>
          <TextField
            name="placeWords"
            label={words("place")}
            hint={words("placeHint")}
            maximum={300}
            optional
          />
          <TextField
            name="point"
            label={words("point")}
            hint={words("pointHint", { example })}
            width="medium"
            optional
          />
        </>
      )}
      {process.asksCost && (
        <>
          <TextField name="cost" label={words("cost")} hint={words("costHint")} width="medium" optional />
          <TextArea name="costWords" label={words("costWords")} rows={2} maximum={2_000} optional />
        </>
      )}
    </>
  );
};

type AlikeProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly slug: string;
  readonly alike: readonly ProposalRow[];
};

/** Proposals that say nearly the same, each with the way to stand behind it instead. */
export const Alike = ({ ctx, formKey, slug, alike }: AlikeProps) => (
  <ItemList
    items={alike.map((row) => ({
      title: row.title,
      href: paths.proposal(slug, row.number),
      kind: supportWords(ctx, row),
      text: row.words.length > 200 ? `${row.words.slice(0, 200)} …` : row.words,
      end:
        ctx.actor.kind === "person" ? (
          <ActionForm
            action={paths.support(slug, row.number)}
            label={say(ctx)("alikeSupport")}
            object={row.title}
            formKey={`${formKey}-${row.number}`}
          />
        ) : undefined,
    }))}
  />
);

type WriteProps = AlikeProps & {
  readonly process: Process;
  readonly organizations: readonly OwnOrganization[];
  readonly form: Filled;
  /** The writer has seen what is alike, and goes on. */
  readonly seen: boolean;
  readonly refusal?: ProposalRefusal | undefined;
};

const From = ({ ctx, organizations }: WriteProps) => {
  const words = say(ctx);
  const name = ctx.actor.kind === "person" ? ctx.actor.name : "";
  return (
    <RadioGroup
      name="from"
      label={words("from")}
      value="named"
      options={[
        { value: "named", label: words("from_named", { name }) },
        ...organizations.map((one) => ({ value: one.id, label: words("from_organization", one) })),
        { value: "unnamed", label: words("from_unnamed"), hint: words("from_unnamed_hint") },
      ]}
    />
  );
};

/** Why nothing can be proposed here now, and what is possible instead. */
export const RefusedView = ({
  ctx,
  slug,
  because,
}: {
  readonly ctx: Context;
  readonly slug: string;
  readonly because: ProposalRefusal;
}) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("addHeading")} />
      <Notice ctx={ctx} kind="warning" heading={words(`refused_${because}`)}>
        {because !== "tooMany" && <p>{words(`refused_${because}Text`)}</p>}
        <p>
          {because === "notAllowed" ? (
            <a href="/mein/profil">{words("profile")}</a>
          ) : (
            <a href={paths.show(slug)}>{words("back")}</a>
          )}
        </p>
      </Notice>
    </>
  );
};

/** The form of a new proposal; what is alike stands above the button that goes on in spite of it. */
export const WriteView = (props: WriteProps) => {
  const { ctx, formKey, slug, process, alike, form, seen, refusal } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("addHeading")} lead={words("addLead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {seen && alike.length > 0 && (
        <Section id="aehnliche" heading={words("alikeHeading")}>
          <p>{words("alikeText")}</p>
          <Alike {...props} />
        </Section>
      )}
      {seen && alike.length === 0 && !refusal && Object.keys(form.errors).length === 0 && (
        <Notice ctx={ctx} heading={words("alikeNone")} />
      )}
      <div data-writing data-alike={paths.alike(slug)}>
        <Form
          ctx={ctx}
          action={paths.newProposal(slug)}
          submit={words(!seen ? "next" : alike.length > 0 ? "submitAnyway" : "submit")}
          next={words(seen ? "submitText" : "nextText")}
          formKey={formKey}
          form={form}
          cancel={{ href: paths.proposals(slug), label: words("cancel") }}
        >
          {seen && <HiddenField name="gesehen" value="ja" />}
          <WordsFields ctx={ctx} process={process} />
          <From {...props} />
        </Form>
      </div>
      <div data-alike-into aria-live="polite" />
    </>
  );
};

/** What is alike, on a page of its own; while one types, a script takes the list out of it. */
export const AlikeView = (props: AlikeProps) => {
  const words = say(props.ctx);
  return (
    <>
      <Title heading={words("alikeTyping")} />
      {props.alike.length > 0 ? (
        <div class="al-stack" data-alike-list>
          <p>{words("alikeText")}</p>
          <Alike {...props} />
        </div>
      ) : (
        <p class="al-soft">{words("alikeNone")}</p>
      )}
    </>
  );
};
