import type { Context } from "#core/context.ts";
import { dayLong, dayOnly } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { diffWords } from "#methods/text-diff.ts";
import type { ResolutionRow } from "#modules/consortium/resolutions/queries.ts";
import type { AdoptionRefusal } from "#modules/strategy/adoption/commands.ts";
import type { AmendmentRow } from "#modules/strategy/amendments/queries.ts";
import { Marked } from "#modules/strategy/amendments/views.tsx";
import { foresee } from "#modules/strategy/merging/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { About, Paragraphs, type ParagraphsProps } from "#modules/strategy/text-forms/views.tsx";
import { lastDayOf, type VersionRow } from "#modules/strategy/texts/queries.ts";
import { versionStateName } from "#modules/strategy/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { DateField, HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

/** What the page says after something was done. */
export const heard = ["neu", "gespeichert", "absatz", "stand", "zusammen", "beschlossen"] as const;

export type Refusal = AdoptionRefusal | "past" | "full" | "nothing" | "collide" | "unread";

type NewProps = Base & { readonly versions: readonly VersionRow[]; readonly form?: Filled | undefined };

/** The form in which a version begins. */
export const NewView = ({ ctx, formKey, versions, form }: NewProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("add")} lead={words("addLead")} />
      <Form ctx={ctx} action={paths.addVersion} formKey={formKey} submit={words("addNow")} form={form}>
        {versions.length > 0 && (
          <Select
            name="basedOn"
            label={words("basedOn")}
            blank={words("basedOnNone")}
            options={versions.map(({ id, number, title }) => ({
              value: id,
              label: `${words("version", { number })}: ${title}`,
            }))}
            value={versions.find(({ state }) => state === "adopted")?.id}
            optional
          />
        )}
        <About ctx={ctx} />
      </Form>
    </Stack>
  );
};

type Props = ParagraphsProps & {
  readonly amendments: readonly AmendmentRow[];
  readonly resolutions: readonly ResolutionRow[];
  readonly notice?: (typeof heard)[number] | undefined;
  readonly refusal?: Refusal | undefined;
};

const formOf = ({ part, form }: Props, name: string): Filled | undefined =>
  part === name ? form : undefined;

const Opening = (props: Props) => {
  const { ctx, formKey, version } = props;
  const words = say(ctx);
  const draft = version.state === "draft";
  return (
    <Stack>
      <p>
        {draft
          ? words("openText")
          : words("openUntil", { date: dayLong(ctx, lastDayOf(version.amendUntil ?? ctx.now)) })}
      </p>
      <Form
        ctx={ctx}
        id="frist"
        action={paths.versionState(version.id)}
        formKey={formKey}
        submit={words(draft ? "open" : "extend")}
        form={formOf(props, "opening")}
        quiet
      >
        <HiddenField name="step" value="open" />
        <DateField name="until" label={words("until")} />
      </Form>
      <ActionForm
        action={paths.versionState(version.id)}
        values={{ step: "settle" }}
        label={words(draft ? "settleDraft" : "settle")}
        formKey={formKey}
        kind="secondary"
      />
    </Stack>
  );
};

const Preview = ({ ctx, paragraphs, accepted }: Props & { accepted: readonly AmendmentRow[] }) => {
  const words = say(ctx);
  const { collide, text } = foresee(paragraphs, accepted);
  if (collide.length > 0) {
    const numbers = accepted.filter(({ id }) => collide.includes(id)).map(({ number }) => number);
    return <Notice ctx={ctx} kind="warning" heading={words("collides", { numbers: numbers.join(", ") })} />;
  }
  const before = new Map(paragraphs.map((row) => [row.id as string, row.words]));
  const after = new Set(text.map(({ id }) => id));
  return (
    <details class="al-more">
      <summary>{words("preview")}</summary>
      {text.map(({ id, words: now }) => (
        <Marked ctx={ctx} base={before.get(id) ?? ""} edits={diffWords(before.get(id) ?? "", now)} />
      ))}
      {paragraphs
        .filter(({ id }) => !after.has(id))
        .map((row) => (
          <>
            <p class="al-soft">{words("gone")}</p>
            <Marked ctx={ctx} base={row.words} edits={diffWords(row.words, "")} />
          </>
        ))}
    </details>
  );
};

const Merging = (props: Props & { accepted: readonly AmendmentRow[] }) => {
  const { ctx, formKey, version } = props;
  const words = say(ctx);
  return (
    <Section id="zusammen" heading={words("merge")}>
      <p>{words("mergeText")}</p>
      <Preview {...props} />
      <Form
        ctx={ctx}
        id="zusammen"
        action={paths.merge(version.id)}
        formKey={formKey}
        submit={words("mergeNow")}
        form={formOf(props, "merging")}
      >
        <About ctx={ctx} version={version} />
      </Form>
    </Section>
  );
};

const Adoption = (props: Props) => {
  const { ctx, formKey, version, resolutions } = props;
  const words = say(ctx);
  return (
    <Section id="beschluss" heading={words("adopt")}>
      <p>{words("adoptText")}</p>
      {resolutions.length === 0 ? (
        <p class="al-soft">{words("noResolution")}</p>
      ) : (
        <Form
          ctx={ctx}
          id="beschluss"
          action={paths.adopt(version.id)}
          formKey={formKey}
          submit={words("adoptNow")}
          form={formOf(props, "adoption")}
          quiet
        >
          <Select
            name="resolutionId"
            label={words("resolution")}
            options={resolutions.map(({ id, label, title, decidedOn }) => ({
              value: id,
              label: `${label}: ${title} (${dayOnly(ctx, decidedOn)})`,
            }))}
          />
        </Form>
      )}
    </Section>
  );
};

const Next = (props: Props) => {
  const { ctx, version, amendments } = props;
  const words = say(ctx);
  const count = (state: AmendmentRow["state"]) => amendments.filter((row) => row.state === state).length;
  const accepted = amendments.filter((row) => row.state === "accepted" && row.mergedIntoId === null);
  const merged = amendments.some(({ mergedIntoId }) => mergedIntoId !== null);
  const over = version.state === "adopted" || version.state === "replaced";
  return (
    <>
      <Section id="weiter" heading={words("next")}>
        {over && <p>{words(version.state === "adopted" ? "adopted" : "replaced")}</p>}
        {merged && !over && <p>{words("refused_merged")}</p>}
        {amendments.length > 0 && (
          <p>
            {words("counts", {
              submitted: count("submitted"),
              open: count("open"),
              accepted: accepted.length,
            })}{" "}
            <a href={paths.officeAmendments}>{words("toAmendments")}</a>
          </p>
        )}
        {(version.state === "draft" || version.state === "amending") && <Opening {...props} />}
      </Section>
      {!over && accepted.length > 0 && <Merging {...props} accepted={accepted} />}
      {version.state === "settling" && !merged && <Adoption {...props} />}
    </>
  );
};

/** One version in the hand of the office: where it stands, what comes next, and its words. */
export const VersionView = (props: Props) => {
  const { ctx, formKey, version, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        kind={words("version", version)}
        heading={version.title}
        lead={versionStateName(ctx, version.state)}
      >
        <p class="al-actions">
          <a href={paths.version(version.number)}>{words("toPublic")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Next {...props} />
      {version.state === "draft" && <Paragraphs {...props} />}
      <Section id="worte" heading={words(version.state === "draft" ? "about" : "easy")}>
        <Form
          ctx={ctx}
          id="worte"
          action={paths.officeVersion(version.id)}
          formKey={formKey}
          submit={words("save")}
          form={formOf(props, "words")}
          quiet
        >
          <About ctx={ctx} version={version} easyOnly={version.state !== "draft"} />
        </Form>
      </Section>
    </Stack>
  );
};
