import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths as offers } from "#modules/opportunities/paths.ts";
import type { ReferralRow, ReleaseRow } from "#modules/placements/referrals/queries.ts";
import {
  reasonName,
  type SharedData,
  sharedDataName,
  withdrawReasons,
} from "#modules/placements/vocabulary.ts";
import { CheckboxGroup, Select } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { More, Note, Section, Stack, Title } from "#ui/page.tsx";
import type { ReleaseRefusal } from "./commands.ts";
import { say } from "./messages.ts";

type Values = Readonly<Record<"name" | "phone" | "email", string | null>>;

/** The boxes of what may be passed on: only what is known can be ticked, and each shows what it is. */
export const DataBoxes = ({ ctx, person }: { readonly ctx: Context; readonly person: Values }) => {
  const words = say(ctx);
  const known = (["name", "phone", "email"] as const).filter((item) => person[item]);
  const options = known.map((item) => ({
    value: item,
    label: words("data_value", { label: sharedDataName(ctx, item), value: person[item] ?? "" }),
  }));
  return (
    <CheckboxGroup
      name="daten"
      label={words("data")}
      hint={words("dataHint")}
      options={options}
      value={known}
    />
  );
};

/** What was released, as a list in words. */
export const dataWords = (ctx: Context, data: readonly string[]): string =>
  data.map((item) => sharedDataName(ctx, item as SharedData)).join(", ");

export type ReleasePageProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly referral: ReferralRow;
  readonly release?: ReleaseRow | undefined;
  readonly action: string;
  readonly endAction: string;
  readonly form?: Filled | undefined;
  readonly notice?: string | undefined;
  readonly refusal?: ReleaseRefusal | undefined;
};

const Ask = ({ ctx, formKey, referral, action, form }: ReleasePageProps) => {
  const words = say(ctx);
  return (
    <>
      {referral.words && (
        <Note id="worte" heading={words("fromUs")}>
          <p>{referral.words}</p>
        </Note>
      )}
      <p>{words("explain", referral)}</p>
      <p>
        <a href={offers.show(referral.slug)}>{words("showOffer")}</a>
      </p>
      <Form
        ctx={ctx}
        action={action}
        formKey={formKey}
        form={form}
        submit={words("release")}
        next={words("releaseNext", referral)}
      >
        <DataBoxes ctx={ctx} person={referral} />
        <TextArea
          name="notiz"
          label={words("note")}
          hint={words("noteHint")}
          rows={4}
          maximum={1_000}
          optional
        />
      </Form>
    </>
  );
};

type EndProps = Pick<ReleasePageProps, "ctx" | "formKey" | "referral" | "endAction">;

const End = ({ ctx, formKey, referral, endAction }: EndProps) => {
  const words = say(ctx);
  const { state } = referral;
  const kind = state === "proposed" ? "no" : state === "placed" ? "stop" : "takeBack";
  const texts = { no: words("noText"), stop: words("stopText"), takeBack: words("takeBackText", referral) };
  const headings = { no: words("noHeading"), stop: words("stop"), takeBack: words("takeBackHeading") };
  const form = (
    <Stack>
      <p>{texts[kind]}</p>
      <Form ctx={ctx} id="ende" action={endAction} formKey={`${formKey}e`} submit={words(kind)}>
        <Select
          name="grund"
          label={words("reason")}
          options={withdrawReasons.map((reason) => ({ value: reason, label: reasonName(ctx, reason) }))}
          optional
        />
      </Form>
    </Stack>
  );
  // Beside the question there is one main button; afterwards taking it back is the main thing to do here.
  if (kind === "no") return <More summary={headings.no}>{form}</More>;
  return (
    <Section id="ruecknahme" heading={headings[kind]}>
      {form}
    </Section>
  );
};

/** How a referral stands, as a sentence to the person. */
export const standing = (ctx: Context, referral: ReferralRow): string => {
  if (referral.state === "proposed") return say(ctx)("heading");
  const day = dayOnly(
    ctx,
    referral.state === "placed" && referral.placedOn ? referral.placedOn : referral.stateSince,
  );
  return say(ctx)(`state_${referral.state}`, { organization: referral.organization, day });
};

const notices = ["freigegeben", "zurueckgenommen"] as const;

/** The person decides what may be passed on, sees how it stands, and takes it back: by link, or in "Mein Bereich". */
export const ReleasePage = (props: ReleasePageProps) => {
  const { ctx, referral, release, refusal } = props;
  const words = say(ctx);
  const notice = notices.find((name) => name === props.notice);
  const proposed = referral.state === "proposed";
  const running = !["ended", "declined", "withdrawn"].includes(referral.state);
  return (
    <Stack wide>
      <Title heading={proposed ? words("heading") : referral.title} lead={words("lead", referral)} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {proposed ? (
        <Ask {...props} />
      ) : (
        <>
          <p>{standing(ctx, referral)}</p>
          {release && release.withdrawnAt === null && (
            <p class="al-soft">{words("released", { data: dataWords(ctx, release.data) })}</p>
          )}
        </>
      )}
      {running && <End {...props} />}
    </Stack>
  );
};

/** The link was right once. */
export const Expired = ({ ctx }: { readonly ctx: Context }) => (
  <Stack wide>
    <Title heading={say(ctx)("expiredTitle")} />
    <p>{say(ctx)("expired", { phone: ctx.place.officePhone })}</p>
  </Stack>
);
