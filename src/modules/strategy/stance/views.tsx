import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { authorOf } from "#modules/strategy/amendments/queries.ts";
import { say as sayPackage } from "#modules/strategy/package/messages.ts";
import type { On } from "#modules/strategy/packages/commands.ts";
import type { StanceRow } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { stanceKindName, stanceKinds } from "#modules/strategy/vocabulary.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Asked } from "./queries.ts";

/** What a seat is asked about: a package, or a single amendment. */
export type Subject = {
  readonly on: On;
  readonly label: string;
  readonly title: string;
  readonly lead: string;
  readonly shown?: ComponentChildren;
  readonly open: boolean;
  readonly path: string;
  readonly action: string;
  readonly next: string;
  readonly over: string;
  readonly stances: readonly StanceRow[];
};

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly subject: Subject;
  readonly seats: readonly SeatRow[];
  /** The seat of the asker, if there is one. */
  readonly own: string | undefined;
  readonly form?: Filled | undefined;
  readonly saved: boolean;
};

/** The word of a seat on a package or an amendment. */
export const StanceView = ({ ctx, formKey, subject, seats, own, form, saved }: Props) => {
  const words = sayPackage(ctx);
  const before = subject.stances.find(({ seatId }) => seatId === own);
  return (
    <Stack wide>
      <Title kind={subject.label} heading={subject.title} lead={subject.lead}>
        <p class="al-actions">
          <a href={subject.path}>{words("toPublic")}</a>
        </p>
      </Title>
      {saved && <Notice ctx={ctx} kind="success" heading={words("notice")} />}
      {subject.shown}
      {!subject.open ? (
        <Notice ctx={ctx} kind="warning" heading={subject.over} />
      ) : (
        <Form
          ctx={ctx}
          action={subject.action}
          formKey={formKey}
          submit={words("send")}
          next={subject.next}
          label={words(own ? "say" : "onBehalf")}
          form={form}
        >
          <Select
            name="seatId"
            label={words("as")}
            options={seats.map(({ id, title }) => ({ value: id, label: title }))}
            value={own}
          />
          <RadioGroup
            name="stance"
            label={words("stance")}
            options={options(stanceKinds, (code) => stanceKindName(ctx, code))}
            value={before?.stance}
          />
          <TextArea
            name="reason"
            label={words("reason")}
            hint={words("cannotHint")}
            maximum={2_000}
            value={before?.reason}
            optional
          />
          <TextArea name="change" label={words("change")} maximum={2_000} value={before?.change} optional />
        </Form>
      )}
    </Stack>
  );
};

type AskedProps = { readonly ctx: Context; readonly asked: Asked };

/** What waits for the word of a seat: packages first, then single amendments. */
export const AskedView = ({ ctx, asked: { packages, amendments } }: AskedProps) => {
  const words = say(ctx);
  const nothing = <p class="al-soft">{words("none")}</p>;
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <p class="al-actions">
          <a href={paths.packages}>{words("allPackages")}</a>
          <a href={paths.amendments}>{words("allAmendments")}</a>
        </p>
      </Title>
      <Section id="pakete" heading={words("packages")}>
        {packages.length === 0 && nothing}
        <ItemList
          items={packages.map(({ number, title, words: text, version }) => ({
            title,
            href: paths.packageStance(number),
            kind: `${sayPackage(ctx)("number", { number })} · ${version}`,
            text,
          }))}
        />
      </Section>
      <Section id="aenderungen" heading={words("amendments")}>
        {amendments.length === 0 ? nothing : <p>{words("amendmentsHint")}</p>}
        <ItemList
          items={amendments.map((row) => ({
            title: sayPackage(ctx)("offer_amendment", row),
            href: paths.amendmentStance(row.number),
            kind: `${row.version} · ${authorOf(ctx, row)} · ${dayWithYear(ctx, row.madeAt)}`,
            text: row.reason.length > 160 ? `${row.reason.slice(0, 159)}…` : row.reason,
          }))}
        />
      </Section>
    </Stack>
  );
};
